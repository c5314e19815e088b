import { z } from 'zod'
import { hasKnownHolidays } from '../../calendar/holidays.ts'
import type { WeeklyHours } from '../../lib/hours.ts'
import { amountIn, faultOfCeiling } from '../../lib/meaning/amount-in.ts'
import { meant } from '../../lib/meanings.ts'
import { weeklyHours, weeklyHoursChange, weeklyHoursOut } from '../../lib/weekly-hours.ts'
import { country, line, money, out, timeZone } from '../../lib/wire.ts'
import { Closure, closuresGiven, exampleDays, Opening, openingsGiven } from './days-contract.ts'
import { workingDays, workingTime } from './span-contract.ts'

const example = {
  openingHours: { monday: [{ from: '09:00', until: '17:00' }], tuesday: [{ from: '09:00', until: '12:30' }] },
  timeZone: 'Europe/Amsterdam',
  ...exampleDays,
  keepsHolidays: true,
  holidayCountry: 'DE',
  holidayRegion: 'BE',
  callbackWithin: 'PT8H',
  callbackHorizon: 'P10D',
  callbacksPerHour: 4,
  remindBefore: 'PT30M',
  attempts: 3,
  attemptDays: 2,
  attemptPause: 'PT2H',
  gestureCeiling: { amount: '500.00', currency: 'EUR' },
}

const means = {
  openingHours: 'When customers can reach the team.',
  timeZone: 'IANA; the opening hours and closures are in it.',
  closures: 'Days on which the team is closed besides holidays.',
  openings:
    'Days on which the team is open besides, in these hours of its own: a Sunday, a holiday that it works, or a part of a day in `closures`.',
  keepsHolidays: 'The team is closed on public holidays; false: it works on them as on any day.',
  holidayCountry: 'ISO 3166-1; whose holidays the team keeps. Null: those of the organisation.',
  holidayRegion:
    'The part of that country whose holidays the team keeps, such as `BE` in `DE`. Null: that of the organisation in its own country, and none in another.',
  callbackWithin: 'Working time within which a callback is promised unless the customer chose a window.',
  callbackHorizon: 'How many working days ahead a callback may be promised.',
  callbacksPerHour: 'How many callbacks one owner may promise for one clock hour.',
  remindBefore: 'How long before the end of a window its owner is reminded.',
  attempts: 'How many tries before a customer counts as unreachable.',
  attemptDays: 'On how many different working days those tries are.',
  attemptPause: 'Working time between two tries.',
  gestureCeiling:
    'The team’s own ceiling for gestures on one case, within the organisation’s; null: that one.',
}

export const Agreements = z
  .object({
    openingHours: weeklyHoursOut.describe(means.openingHours),
    timeZone: z.string().describe(means.timeZone),
    closures: z.array(Closure).describe(means.closures),
    openings: z.array(Opening).describe(means.openings),
    keepsHolidays: z.boolean().describe(means.keepsHolidays),
    holidayCountry: z.string().nullable().describe(means.holidayCountry),
    holidayRegion: z.string().nullable().describe(means.holidayRegion),
    callbackWithin: z.string().meta({ format: 'duration', description: means.callbackWithin }),
    callbackHorizon: z.string().meta({ format: 'duration', description: means.callbackHorizon }),
    callbacksPerHour: z.int().describe(means.callbacksPerHour),
    remindBefore: z.string().meta({ format: 'duration', description: means.remindBefore }),
    attempts: z.int().describe(means.attempts),
    attemptDays: z.int().describe(means.attemptDays),
    attemptPause: z.string().meta({ format: 'duration', description: means.attemptPause }),
    gestureCeiling: out.money.nullable().describe(means.gestureCeiling),
    version: z.int(),
  })
  .meta({
    id: 'Agreements',
    description: 'What a team has agreed with itself: when it is there and what it promises.',
    examples: [{ ...example, version: 3 }],
  })
export type Agreements = z.output<typeof Agreements>

/** Whether there is an hour in which the team is open. */
export const opensAtAll = (week: WeeklyHours): boolean =>
  Object.values(week).some((day) => day && day.length > 0)
export const mustOpen = 'must open at least once in the week'

const openingHours = weeklyHours.refine(opensAtAll, { error: mustOpen })

const holidayCountry = country(
  hasKnownHolidays,
  'must be an ISO 3166-1 country whose holidays are known, such as NL',
)

const terms = {
  openingHours: openingHours.optional().describe(means.openingHours),
  timeZone: timeZone.optional().describe(means.timeZone),
  closures: closuresGiven.nullish().describe(means.closures),
  openings: openingsGiven.nullish().describe(means.openings),
  keepsHolidays: z.boolean().optional().describe(means.keepsHolidays),
  holidayCountry: holidayCountry.nullish().describe(means.holidayCountry),
  holidayRegion: line(40).nullish().describe(means.holidayRegion),
  callbackWithin: workingTime.optional().describe(means.callbackWithin),
  callbackHorizon: workingDays.optional().describe(means.callbackHorizon),
  callbacksPerHour: z.int().min(1).max(60).optional().describe(means.callbacksPerHour),
  remindBefore: workingTime.optional().describe(means.remindBefore),
  attempts: z.int().min(1).max(20).optional().describe(means.attempts),
  attemptDays: z.int().min(1).max(20).optional().describe(means.attemptDays),
  attemptPause: workingTime.optional().describe(means.attemptPause),
  gestureCeiling: money.nullish().describe(means.gestureCeiling),
}

/** The agreements that a new team makes; the rest is the usual. */
export const NewAgreements = meant(
  z.strictObject(terms).meta({
    id: 'NewAgreements',
    description: 'What a new team agrees with itself; what is left out is as usual.',
    examples: [{ callbackWithin: 'PT4H', callbacksPerHour: 3 }],
  }),
  amountIn('gestureCeiling', faultOfCeiling),
)

const GivenChange = z
  .strictObject({
    ...terms,
    openingHours: weeklyHoursChange.optional().describe(means.openingHours),
    reason: line(500).optional().describe('Why; the event tells of it, and the agreements do not keep it.'),
  })
  .refine(({ reason, ...change }) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'AgreementsChange',
    description:
      'What changes of the agreements; what is left out stays, also of the days of the week, and null clears.',
    examples: [{ ...example, reason: 'Mondays are too full.' }],
  })
export const AgreementsChange = meant(GivenChange, amountIn('gestureCeiling', faultOfCeiling))
export type AgreementsChange = z.output<typeof AgreementsChange>
