import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { workingDays, workingTime } from './span-contract.ts'

const example = {
  callbackWithin: { most: 'PT16H' },
  callbackHorizon: { most: 'P15D' },
  callbacksPerHour: { least: 1, most: 6 },
  attempts: { least: 3 },
  attemptDays: { least: 2 },
}

const means = {
  callbackWithin: 'The longest that a team may promise to call back within.',
  callbackHorizon: 'The farthest ahead that a team may promise.',
  callbacksPerHour: 'How many callbacks an owner may promise for one hour, at least and at most.',
  attempts: 'How many tries a customer gets at least.',
  attemptDays: 'On how many different days those are at least.',
}

const TimeBound = z.strictObject({ most: workingTime.describe('Hours and minutes, such as PT16H.') }).meta({
  id: 'TimeBoundGiven',
  description: 'A longest stretch of working time.',
  examples: [example.callbackWithin],
})
const DaysBound = z.strictObject({ most: workingDays.describe('Working days, such as P15D.') }).meta({
  id: 'DaysBoundGiven',
  description: 'The most working days.',
  examples: [example.callbackHorizon],
})
const LeastBound = z
  .strictObject({ least: z.int().min(1).max(20) })
  .meta({ id: 'LeastBoundGiven', description: 'A least number.', examples: [example.attempts] })

interface Range {
  readonly least?: number | null | undefined
  readonly most?: number | null | undefined
}

/** Whether there is a number within both ends. */
export function areInOrder({ least, most }: Range): boolean {
  return (least ?? 1) <= (most ?? 60)
}
export const mustBeInOrder = 'must be at least what least says'

const perHour = z.int().min(1).max(60)
const PerHourBound = z
  .strictObject({ least: perHour.nullish(), most: perHour.nullish() })
  .refine(areInOrder, { error: mustBeInOrder, path: ['most'], ...evenSo })
  .meta({
    id: 'PerHourBoundGiven',
    description: 'A least and a most number for one hour.',
    examples: [example.callbacksPerHour],
  })

/** A change of the bounds that comes in. */
export const AgreementBoundsChange = z
  .strictObject({
    callbackWithin: TimeBound.nullish().describe(means.callbackWithin),
    callbackHorizon: DaysBound.nullish().describe(means.callbackHorizon),
    callbacksPerHour: PerHourBound.nullish().describe(means.callbacksPerHour),
    attempts: LeastBound.nullish().describe(means.attempts),
    attemptDays: LeastBound.nullish().describe(means.attemptDays),
  })
  .meta({
    id: 'AgreementBoundsChange',
    description:
      'What the agreements of teams may not pass from now on; what is left out stays as it is, and null takes a bound away.',
    examples: [example],
  })

const MostSpan = z
  .object({ most: z.string().meta({ format: 'duration' }) })
  .meta({ id: 'SpanBound', description: 'A longest stretch of time.', examples: [{ most: 'PT16H' }] })
const LeastNumber = z
  .object({ least: z.int() })
  .meta({ id: 'LeastBound', description: 'A least number.', examples: [{ least: 2 }] })
const NumberBound = z.object({ least: z.int().optional(), most: z.int().optional() }).meta({
  id: 'NumberBound',
  description: 'A least and a most number.',
  examples: [example.callbacksPerHour],
})

/** The bounds that go out. */
export const AgreementBounds = z
  .object({
    callbackWithin: MostSpan.optional().describe(means.callbackWithin),
    callbackHorizon: MostSpan.optional().describe(means.callbackHorizon),
    callbacksPerHour: NumberBound.optional().describe(means.callbacksPerHour),
    attempts: LeastNumber.optional().describe(means.attempts),
    attemptDays: LeastNumber.optional().describe(means.attemptDays),
  })
  .meta({
    id: 'AgreementBounds',
    description: 'What the agreements of teams may not pass; what is left out is not bound.',
    examples: [example],
  })
