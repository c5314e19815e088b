import { expect, test } from 'vitest'
import {
  type CustomerHours,
  calendarsOf,
  type OwnerHours,
  type TeamHours,
} from '../../src/calendar/calendars.ts'
import { computeWindow } from '../../src/calendar/compute-window.ts'
import { horizonOf } from '../../src/calendar/horizon.ts'
import { weeklyTimetable } from '../../src/calendar/weekly-timetable.ts'
import { offsetsOf } from '../../src/calendar/zone-offsets.ts'
import { type WeeklyHours, weekdays } from '../../src/lib/hours.ts'
import { countWorkingDays } from '../../src/rooms/absences/count-working-days.ts'

/** Windows that were worked out by hand, each with the reasoning beside it. */

interface Given {
  readonly now: string
  readonly team?: Partial<TeamHours>
  readonly owner?: Partial<OwnerHours>
  readonly customer?: Partial<CustomerHours>
  readonly within?: string
  readonly workingDays?: number
}

const always = (
  from: string,
  until: string,
  days: readonly (typeof weekdays)[number][] = weekdays,
): WeeklyHours => Object.fromEntries(days.map((day) => [day, [{ from, until }]]))
const workdays = weekdays.slice(0, 5)
const office = always('09:00', '17:00', workdays)
const allHours = always('00:00', '24:00')
const nowhere = { country: 'XX' }

function windowOf({ now, team, owner, customer, within = 'PT8H', workingDays = 10 }: Given) {
  const hours: TeamHours = {
    openingHours: office,
    timeZone: 'Europe/Amsterdam',
    closures: [],
    openings: [],
    keepsHolidays: true,
    country: 'NL',
    holidayRegion: null,
    ...team,
  }
  const calendars = calendarsOf(
    hours,
    { workingHours: null, timeZone: null, absences: [], standIns: [], ...owner },
    { preferredWindows: null, timeZone: null, ...customer },
  )
  const moment = Temporal.Instant.from(now).epochMilliseconds
  const open = calendars.at(-1)?.timetable ?? (() => [])
  const horizon = horizonOf(open, hours.timeZone, moment, workingDays)
  const long = Temporal.Duration.from(within).total('milliseconds')
  const { from, until, yielded } = computeWindow(calendars, moment, long, horizon)
  const there = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(hours.timeZone)
      .toString({
        timeZoneName: 'never',
        smallestUnit: from % 60_000 || until % 60_000 ? 'second' : 'minute',
      })
  return [there(from), there(until), ...(yielded ? [yielded] : [])]
}

const absent = (from: string, until: string) => ({
  from: Temporal.Instant.from(from).epochMilliseconds,
  until: Temporal.Instant.from(until).epochMilliseconds,
})

test.each<[reasoning: string, Given, ...window: string[]]>([
  [
    'seven hours are left on Tuesday, the eighth is Wednesday’s first',
    { now: '2026-11-03T10:00+01:00' },
    '2026-11-03T10:00+01:00',
    '2026-11-04T10:00+01:00',
  ],
  [
    'eight hours fill the day: it ends as the team closes, not as it opens again',
    { now: '2026-11-03T09:00+01:00' },
    '2026-11-03T09:00+01:00',
    '2026-11-03T17:00+01:00',
  ],
  [
    'before the opening nothing passes: the whole day is ahead',
    { now: '2026-11-03T07:30+01:00' },
    '2026-11-03T09:00+01:00',
    '2026-11-03T17:00+01:00',
  ],
  [
    'after the closing it begins tomorrow',
    { now: '2026-11-03T18:00+01:00' },
    '2026-11-04T09:00+01:00',
    '2026-11-04T17:00+01:00',
  ],
  [
    'five o’clock is the first moment outside',
    { now: '2026-11-03T17:00+01:00' },
    '2026-11-04T09:00+01:00',
    '2026-11-04T17:00+01:00',
  ],
  [
    'two hours on Friday, nothing at the weekend, six on Monday',
    { now: '2026-11-06T15:00+01:00' },
    '2026-11-06T15:00+01:00',
    '2026-11-09T15:00+01:00',
  ],
  [
    'one second is left on Friday, so one second is missing at the end of Monday',
    { now: '2026-11-06T16:59:59+01:00' },
    '2026-11-06T16:59:59+01:00',
    '2026-11-09T16:59:59+01:00',
  ],
  [
    'at the weekend it begins on Monday',
    { now: '2026-11-07T12:00+01:00' },
    '2026-11-09T09:00+01:00',
    '2026-11-09T17:00+01:00',
  ],
  [
    'in the break it begins after it: 13–17 is four hours, 9–12:30 makes 7½, and half an hour after the next break',
    {
      now: '2026-11-03T12:45+01:00',
      team: {
        openingHours: Object.fromEntries(
          workdays.map((day) => [
            day,
            [
              { from: '09:00', until: '12:30' },
              { from: '13:00', until: '17:00' },
            ],
          ]),
        ),
      },
    },
    '2026-11-03T13:00+01:00',
    '2026-11-04T13:30+01:00',
  ],
  [
    'three and a half hours end as the break begins, not as it ends',
    {
      now: '2026-11-03T09:00+01:00',
      within: 'PT3H30M',
      team: {
        openingHours: {
          tuesday: [
            { from: '09:00', until: '12:30' },
            { from: '13:00', until: '17:00' },
          ],
        },
      },
    },
    '2026-11-03T09:00+01:00',
    '2026-11-03T12:30+01:00',
  ],
  [
    'Christmas Day 2026 is a Friday: one hour on Thursday, seven on Monday',
    { now: '2026-12-24T16:00+01:00' },
    '2026-12-24T16:00+01:00',
    '2026-12-28T16:00+01:00',
  ],
  [
    'Good Friday is a working day in the Netherlands: five hours on Thursday, three on Friday',
    { now: '2026-04-02T12:00+02:00' },
    '2026-04-02T12:00+02:00',
    '2026-04-03T12:00+02:00',
  ],
  [
    'Easter Monday is not: one hour on Friday, seven on Tuesday',
    { now: '2026-04-03T16:00+02:00' },
    '2026-04-03T16:00+02:00',
    '2026-04-07T16:00+02:00',
  ],
  [
    'King’s Day 2026 is a Monday: one hour on Friday, seven on Tuesday',
    { now: '2026-04-24T16:00+02:00' },
    '2026-04-24T16:00+02:00',
    '2026-04-28T16:00+02:00',
  ],
  [
    'King’s Day 2025 would be a Sunday and is kept on Saturday: a team that is always there has Friday and Sunday',
    { now: '2025-04-25T16:00+02:00', team: { openingHours: always('09:00', '17:00') } },
    '2025-04-25T16:00+02:00',
    '2025-04-27T16:00+02:00',
  ],
  [
    'International Women’s Day is a holiday in Berlin: Friday and Tuesday',
    {
      now: '2027-03-05T16:00+01:00',
      team: { timeZone: 'Europe/Berlin', country: 'DE', holidayRegion: 'BE' },
    },
    '2027-03-05T16:00+01:00',
    '2027-03-09T16:00+01:00',
  ],
  [
    'and not in the rest of Germany: Friday and Monday',
    { now: '2027-03-05T16:00+01:00', team: { timeZone: 'Europe/Berlin', country: 'DE' } },
    '2027-03-05T16:00+01:00',
    '2027-03-08T16:00+01:00',
  ],
  [
    'the team is away on Wednesday: one hour on Tuesday, seven on Thursday',
    { now: '2026-11-03T16:00+01:00', team: { closures: [{ date: '2026-11-04' }] } },
    '2026-11-03T16:00+01:00',
    '2026-11-05T16:00+01:00',
  ],
  [
    'the night in which the clock skips two to three: 22–24 and 0–2 are four hours, 3–7 the other four',
    { now: '2026-03-28T22:00+01:00', team: { openingHours: allHours } },
    '2026-03-28T22:00+01:00',
    '2026-03-29T07:00+02:00',
  ],
  [
    'the night that has two to three twice: 22–24 two, 0–3 three, 2–3 again one, 3–5 two',
    { now: '2026-10-24T22:00+02:00', team: { openingHours: allHours } },
    '2026-10-24T22:00+02:00',
    '2026-10-25T05:00+01:00',
  ],
  [
    'open on Sundays from one to half past two, of which the skipped half hour does not exist: one hour now, and the second of two hours in a week',
    {
      now: '2026-03-29T00:30+01:00',
      within: 'PT2H',
      team: {
        openingHours: { sunday: [{ from: '01:00', until: '02:30' }] },
        timeZone: 'Europe/Berlin',
        country: 'DE',
      },
    },
    '2026-03-29T01:00+01:00',
    '2026-04-05T02:00+02:00',
  ],
  [
    'open from a quarter past two for half an hour, which comes twice that night: together an hour',
    {
      now: '2026-10-25T00:00+02:00',
      within: 'PT1H',
      team: { openingHours: { sunday: [{ from: '02:15', until: '02:45' }] } },
    },
    '2026-10-25T02:15+02:00',
    '2026-10-25T02:45+01:00',
  ],
  [
    'Kolkata’s clock is half an hour off: 10:30 there, six and a half hours until five, one and a half tomorrow',
    { now: '2026-11-02T05:00Z', team: { timeZone: 'Asia/Kolkata', ...nowhere } },
    '2026-11-02T10:30+05:30',
    '2026-11-03T10:30+05:30',
  ],
  [
    'New York sets the clock back on the Sunday between: one hour on Friday, seven on Monday, by the wall',
    { now: '2026-10-30T16:00-04:00', team: { timeZone: 'America/New_York', ...nowhere } },
    '2026-10-30T16:00-04:00',
    '2026-11-02T16:00-05:00',
  ],
  [
    'Lord Howe skips half an hour: 22–24 and 0–2 are four hours, half past two to half past six the others',
    {
      now: '2026-10-03T22:00+10:30',
      team: { openingHours: allHours, timeZone: 'Australia/Lord_Howe', ...nowhere },
    },
    '2026-10-03T22:00+10:30',
    '2026-10-04T06:30+11:00',
  ],
  [
    'Apia had no 30 December in 2011: one hour on Thursday the 29th, seven on Saturday the 31st',
    {
      now: '2011-12-29T16:00-10:00',
      team: { openingHours: always('09:00', '17:00'), timeZone: 'Pacific/Apia', ...nowhere },
    },
    '2011-12-29T16:00-10:00',
    '2011-12-31T16:00+14:00',
  ],
  [
    'a part-timer, Monday, Tuesday and Thursday mornings: one hour on Tuesday, four on Thursday, three on Monday',
    {
      now: '2026-11-03T12:00+01:00',
      owner: { workingHours: always('09:00', '13:00', ['monday', 'tuesday', 'thursday']) },
    },
    '2026-11-03T12:00+01:00',
    '2026-11-09T12:00+01:00',
  ],
  [
    'the owner is away on Wednesday: one hour on Tuesday, seven on Thursday',
    {
      now: '2026-11-03T16:00+01:00',
      owner: { absences: [absent('2026-11-04T00:00+01:00', '2026-11-05T00:00+01:00')] },
    },
    '2026-11-03T16:00+01:00',
    '2026-11-05T16:00+01:00',
  ],
  [
    'the owner is away for a month, beyond ten working days: the promise goes by the team’s hours',
    {
      now: '2026-11-03T10:00+01:00',
      owner: { absences: [absent('2026-11-03T00:00+01:00', '2026-12-03T00:00+01:00')] },
    },
    '2026-11-03T10:00+01:00',
    '2026-11-04T10:00+01:00',
    'owner',
  ],
  [
    'the customer wants evenings, when nobody is there: their wish yields first',
    {
      now: '2026-11-03T10:00+01:00',
      customer: { preferredWindows: always('18:00', '20:00') },
    },
    '2026-11-03T10:00+01:00',
    '2026-11-04T10:00+01:00',
    'customer',
  ],
  [
    'the customer can be called for two hours on Wednesdays: two of them lie within ten working days, and then it ends',
    {
      now: '2026-11-03T10:00+01:00',
      customer: { preferredWindows: { wednesday: [{ from: '10:00', until: '12:00' }] } },
    },
    '2026-11-04T10:00+01:00',
    '2026-11-11T12:00+01:00',
  ],
  [
    'the customer is in New York, nine to eleven is three to five in Amsterdam: two hours on Tuesday, two on Wednesday',
    {
      now: '2026-11-03T10:00+01:00',
      within: 'PT4H',
      customer: { preferredWindows: always('09:00', '11:00'), timeZone: 'America/New_York' },
    },
    '2026-11-03T15:00+01:00',
    '2026-11-04T17:00+01:00',
  ],
  [
    'in the week in which only Europe has set its clocks back, it is two to four',
    {
      now: '2026-10-27T10:00+01:00',
      within: 'PT4H',
      customer: { preferredWindows: always('09:00', '11:00'), timeZone: 'America/New_York' },
    },
    '2026-10-27T14:00+01:00',
    '2026-10-28T16:00+01:00',
  ],
  [
    'the owner keeps London’s hours, an hour later: seven hours on Tuesday from ten, one on Wednesday from ten',
    {
      now: '2026-11-03T09:30+01:00',
      owner: { workingHours: office, timeZone: 'Europe/London' },
    },
    '2026-11-03T10:00+01:00',
    '2026-11-04T11:00+01:00',
  ],
  [
    'ten minutes on Friday, five on Monday',
    { now: '2026-11-06T16:50+01:00', within: 'PT15M' },
    '2026-11-06T16:50+01:00',
    '2026-11-09T09:05+01:00',
  ],
  [
    'sixteen hours, but no more than one working day ahead: seven today, eight tomorrow, and there it ends',
    { now: '2026-11-03T10:00+01:00', within: 'PT16H', workingDays: 1 },
    '2026-11-03T10:00+01:00',
    '2026-11-04T17:00+01:00',
  ],
  [
    'a leap year has a 29 February',
    { now: '2028-02-28T16:00+01:00' },
    '2028-02-28T16:00+01:00',
    '2028-02-29T16:00+01:00',
  ],
])('%s', (_reasoning, given, ...window) => {
  expect(windowOf(given)).toEqual(window)
})

test('a day that was skipped is no working day, although an opening runs through it', () => {
  const overMidnight = weeklyTimetable(
    { thursday: [{ from: '12:00', until: '24:00' }], saturday: [{ from: '00:00', until: '02:00' }] },
    'Pacific/Apia',
  )
  const now = Temporal.Instant.from('2011-12-28T12:00-10:00').epochMilliseconds
  const horizon = (workingDays: number) =>
    new Date(horizonOf(overMidnight, 'Pacific/Apia', now, workingDays)).toISOString()
  // After Thursday the 29th comes Saturday the 31st, at the same midnight.
  expect(horizon(1)).toBe('2011-12-30T10:00:00.000Z')
  expect(horizon(2)).toBe('2011-12-31T10:00:00.000Z')
  const week = { from: now, until: Temporal.Instant.from('2012-01-03T00:00+14:00').epochMilliseconds }
  expect(countWorkingDays(overMidnight, 'Pacific/Apia', week, 10)).toBe(2)
})

test('an opening over midnight is one, whichever two days it is of', () => {
  const hours = { monday: [{ from: '20:00', until: '24:00' }], tuesday: [{ from: '00:00', until: '04:00' }] }
  const [from, until] = ['2026-11-02T00:00Z', '2026-11-04T00:00Z'].map((at) => Date.parse(at))
  const spans = weeklyTimetable(hours, 'UTC')({ from: from ?? 0, until: until ?? 0 })
  expect(spans).toEqual([{ from: Date.parse('2026-11-02T20:00Z'), until: Date.parse('2026-11-03T04:00Z') }])
})

test('the clock of a place is known before what was asked of it first', () => {
  const offsetAt = (at: string) => {
    const from = Date.parse(at)
    return offsetsOf('America/Caracas', { from, until: from + 1 }).map(({ offset }) => offset / 3_600_000)
  }
  expect([
    offsetAt('2017-01-01T12:00Z'),
    offsetAt('2010-01-01T12:00Z'),
    offsetAt('2017-01-01T12:00Z'),
  ]).toEqual([[-4], [-4.5], [-4]])
})
