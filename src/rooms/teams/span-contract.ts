import { z } from 'zod'

/** Stretches of working time and of working days, as agreements give them: ISO 8601 durations of one form each. */

const span = (form: RegExp, error: string) =>
  z.string().refine((given) => form.test(given) && /[1-9]/.test(given), { error })

/** Hours and minutes: an open day differs from team to team, so it is no unit of working time. */
export const workingTime = span(
  /^PT(?=\d)(\d{1,3}H)?(\d{1,3}M)?$/,
  'must be an ISO 8601 duration in hours and minutes, such as PT8H or PT1H30M',
)

export const workingDays = span(/^P\d{1,3}D$/, 'must be an ISO 8601 duration in days, such as P10D')

/** How long such a stretch is: in minutes of working time, or in working days; for comparing like with like. */
export function lengthOf(span: string): number {
  const { days, hours, minutes } = Temporal.Duration.from(span)
  return days > 0 ? days : hours * 60 + minutes
}
