import { z } from 'zod'
import { evenSo, evenSoInLists } from './forms/even-so.ts'
import { mergePatch } from './forms/merge-patch.ts'
import { type WeeklyHours, weekdays } from './hours.ts'

/** Hours of a week as they go over the wire, in local time of whoever keeps them. */

const forms = { from: /^([01]\d|2[0-3]):[0-5]\d$/, until: /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/ }
const isEdge = (edge: keyof typeof forms, given: unknown): boolean =>
  typeof given === 'string' && forms[edge].test(given)

const from = z
  .string()
  .regex(forms.from, 'must be a time such as 09:00')
  .describe('The first minute, local time.')

const until = z
  .string()
  .regex(forms.until, 'must be a time such as 17:00, or 24:00 for the end of the day')
  .describe('The first minute after it, local time; `24:00` is the end of the day.')

const interval = z
  .strictObject({ from, until })
  .refine(({ from, until }) => !isEdge('from', from) || !isEdge('until', until) || from < until, {
    error: 'must be later than from',
    path: ['until'],
    ...evenSo,
  })
  .meta({
    id: 'IntervalGiven',
    description: 'A stretch of a day in local time.',
    examples: [{ from: '09:00', until: '12:30' }],
  })

/** The openings of one day that come in, in order and without overlap. */
export const intervals = z
  .array(interval)
  .max(12)
  .superRefine((given, check) => {
    for (const [index, entry] of given.entries()) {
      const [from, end] = [entry?.from, given[index - 1]?.until]
      if (end === undefined || !isEdge('from', from) || !isEdge('until', end) || from >= end) continue
      check.addIssue({
        code: 'custom',
        path: [index, 'from'],
        message: 'is not before the end of the one before it: give them in order, without overlap',
      })
    }
  }, evenSoInLists)

const perDay = <T extends z.ZodType>(of: T) =>
  Object.fromEntries(weekdays.map((day) => [day, of])) as { [day in (typeof weekdays)[number]]: T }

const example = {
  monday: [
    { from: '09:00', until: '12:30' },
    { from: '13:00', until: '17:00' },
  ],
  tuesday: [{ from: '09:00', until: '17:00' }],
}

/** Hours per weekday that come in: each day's intervals in order and without overlap. */
export const weeklyHours = z.strictObject(perDay(intervals.optional())).meta({
  id: 'WeeklyHoursGiven',
  description: 'Hours per weekday, in local time. A day left out is a day off.',
  examples: [example],
})

/** A change of hours per weekday that comes in. */
export const weeklyHoursChange = z.strictObject(perDay(intervals.nullish())).meta({
  id: 'WeeklyHoursChange',
  description: 'Hours per weekday, in local time. A day left out stays as it is; null makes it a day off.',
  examples: [{ tuesday: example.tuesday }],
})

type Week = z.output<typeof weeklyHours>

/** The hours after a change of some days; null and undefined say the same of all of them. */
export const changedHours = (
  was: WeeklyHours | null,
  change: z.output<typeof weeklyHoursChange> | null | undefined,
): Week | null | undefined => (change ? (mergePatch(was, change) as Week) : change)

/** A stretch of a day that goes out. */
export const intervalOut = z.object({ from: z.string(), until: z.string() }).meta({
  id: 'Interval',
  description: 'A stretch of a day in local time; `until` is the first minute after it.',
  examples: [{ from: '09:00', until: '12:30' }],
})

/** Hours per weekday that go out. */
export const weeklyHoursOut: z.ZodType<WeeklyHours, WeeklyHours> = z
  .object(perDay(z.array(intervalOut).optional()))
  .meta({
    id: 'WeeklyHours',
    description: 'Hours per weekday, in local time. A day left out is a day off.',
    examples: [example],
  })

/** The same hours, Monday first: the database keeps the days in an order of its own. */
export const mondayFirst = (hours: WeeklyHours): WeeklyHours =>
  Object.fromEntries(weekdays.flatMap((day) => (hours[day] ? [[day, hours[day]]] : [])))
