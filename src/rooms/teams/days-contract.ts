import { z } from 'zod'
import { eachOnce } from '../../lib/forms/each-once.ts'
import { evenSoInLists } from '../../lib/forms/even-so.ts'
import { intervalOut, intervals } from '../../lib/weekly-hours.ts'
import { day, line, out } from '../../lib/wire.ts'

/** Single days on which a team is closed, or open, whatever its week says. */

export const exampleDays = {
  closures: [{ date: '2046-12-24', reason: 'Team day' }],
  openings: [
    { date: '2046-12-25', intervals: [{ from: '10:00', until: '14:00' }], reason: 'Somebody is there' },
  ],
}

const mostDays = 400

export const Closure = z
  .object({ date: out.day, reason: z.string().optional() })
  .meta({ id: 'Closure', description: 'A day on which the team is closed.', examples: exampleDays.closures })

export const Opening = z
  .object({ date: out.day, intervals: z.array(intervalOut), reason: z.string().optional() })
  .meta({
    id: 'Opening',
    description: 'A day on which the team is open in these hours besides those of its week.',
    examples: exampleDays.openings,
  })

const ClosureGiven = z.strictObject({ date: day, reason: line(200).optional() }).meta({
  id: 'ClosureGiven',
  description: 'A day on which the team will be closed.',
  examples: exampleDays.closures,
})

const OpeningGiven = z
  .strictObject({
    date: day,
    intervals: intervals.min(1, { error: 'must have an interval' }),
    reason: line(200).optional(),
  })
  .meta({
    id: 'OpeningGiven',
    description: 'A day on which the team will be open in these hours besides those of its week.',
    examples: exampleDays.openings,
  })

const daysOf = <Day extends z.ZodType<{ date: string }>>(given: Day) =>
  z.array(given).max(mostDays).superRefine(eachOnce('date'), evenSoInLists)

export const closuresGiven = daysOf(ClosureGiven)
export const openingsGiven = daysOf(OpeningGiven)
