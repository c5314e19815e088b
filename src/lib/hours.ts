/** A day of the week, Monday first, as the agreements name it. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
type Weekday = (typeof weekdays)[number]

/** A stretch of a day in local time, `HH:MM`, half open: `until` is the first minute outside. */
export interface Interval {
  readonly from: string
  readonly until: string
}

/** Hours per weekday; a day left out is a day off. */
export type WeeklyHours = { readonly [day in Weekday]?: readonly Interval[] | undefined }

/** A day, or a part of one, on which a team is closed although its opening hours say otherwise. */
export interface Closure {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly reason?: string | undefined
}

/** A day on which a team is open in other hours than those of the week, also on a holiday. */
export interface Opening {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly intervals: readonly Interval[]
  readonly reason?: string | undefined
}
