import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarsOf } from '../../src/calendar/calendars.ts'
import { computeWindow } from '../../src/calendar/compute-window.ts'
import { horizonOf } from '../../src/calendar/horizon.ts'
import { type WeeklyHours, weekdays } from '../../src/lib/hours.ts'
import { ask, type Period, type Question } from './oracle.ts'

const runs = Number(process.env.CALENDAR_RUNS ?? 2_000)
const minute = 60_000
const dayLong = 24 * 60

const zones = [
  'Europe/Amsterdam',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]

/** Around the changes of the clock: Apia's lost day, both changes in Amsterdam, New York and on Lord Howe, and none. */
const periods: readonly Period[] = [
  '2011-12-20',
  '2026-03-04',
  '2026-03-27',
  '2026-10-01',
  '2026-10-22',
  '2028-02-20',
].map((date) => ({ from: Date.parse(`${date}T00:00:00Z`), minutes: 40 * dayLong }))

const time = (at: number) =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`

/** A day's openings: an even number of moments in order, so each interval ends before the next begins. */
const day = fc
  .uniqueArray(
    fc.oneof(
      fc.integer({ min: 0, max: dayLong }),
      fc.integer({ min: 0, max: 96 }).map((q) => q * 15),
    ),
    {
      maxLength: 6,
    },
  )
  .map((moments) => {
    const sorted = moments.toSorted((a, b) => a - b)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, n) => ({
      from: time(sorted[2 * n] ?? 0),
      until: time(sorted[2 * n + 1] ?? 0),
    }))
  })
const week: fc.Arbitrary<WeeklyHours> = fc
  .array(day, { minLength: 7, maxLength: 7 })
  .map((days) => Object.fromEntries(weekdays.map((name, n) => [name, days[n] ?? []])))
const officeWeek: WeeklyHours = Object.fromEntries(
  weekdays.slice(0, 5).map((name) => [name, [{ from: '09:00', until: '17:00' }]]),
)
const zone = fc.constantFrom(...zones)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const question: fc.Arbitrary<Question> = fc.constantFrom(...periods).chain((period) => {
  const momentWithin = (share: number) =>
    fc.integer({ min: period.from, max: period.from + Math.floor(period.minutes * share) * minute })
  const date = momentWithin(0.9).map((moment) => new Date(moment).toISOString().slice(0, 10))
  const absence = fc
    .tuple(momentWithin(0.8), fc.integer({ min: 1, max: 12 * dayLong }))
    .map(([from, long]) => ({
      from: Math.floor(from / minute) * minute,
      until: Math.floor(from / minute + long) * minute,
    }))
  return fc.record({
    period: fc.constant(period),
    now: momentWithin(0.4),
    within: fc.oneof(fc.constant(480), fc.integer({ min: 1, max: 3000 })),
    workingDays: fc.integer({ min: 1, max: 10 }),
    holidays: fc.constant(new Set<string>()),
    team: fc.record({
      openingHours: fc.oneof(fc.constant(officeWeek), week),
      timeZone: zone,
      closures: fc.array(fc.record({ date }), { maxLength: 4 }),
      openings: fc.uniqueArray(fc.record({ date, intervals: day }), {
        maxLength: 3,
        selector: ({ date }) => date,
      }),
      keepsHolidays: fc.boolean(),
      country: fc.constant('XX'),
      holidayRegion: fc.constant(null),
    }),
    owner: fc.record({
      workingHours: maybe(week),
      timeZone: maybe(zone),
      absences: fc.array(absence, { maxLength: 3 }),
      standIns: fc.array(
        fc
          .tuple(
            absence,
            fc.record({ id: fc.constant('x'), workingHours: maybe(week), timeZone: maybe(zone) }),
          )
          .map(([span, standIn]) => ({ ...span, ...standIn })),
        { maxLength: 3 },
      ),
    }),
    customer: fc.record({ preferredWindows: maybe(week), timeZone: maybe(zone) }),
  })
})

test(
  `a computed window is, to the millisecond, what counting minutes one by one makes of it (${runs} calendars)`,
  () => {
    let told = 0
    const yielded = new Map<unknown, number>()
    let cut = 0
    let stoodIn = 0
    fc.assert(
      fc.property(question, (asked) => {
        const expected = ask(asked)
        if (!expected) return
        told++
        yielded.set(expected.yielded, (yielded.get(expected.yielded) ?? 0) + 1)
        if (expected.cutByHorizon) cut++
        const { team, owner, customer, now } = asked
        const isAway = owner.absences.some(
          ({ from, until }) => from <= expected.from && expected.from < until,
        )
        if (isAway && expected.yielded === null) stoodIn++
        const calendars = calendarsOf(team, owner, customer)
        const open = calendars.at(-1)?.timetable ?? (() => [])
        const horizon = horizonOf(open, team.timeZone, now, asked.workingDays)
        expect({ ...computeWindow(calendars, now, asked.within * minute, horizon), horizon }).toEqual(
          expected,
        )
      }),
      { numRuns: runs, seed: Number(process.env.CALENDAR_SEED ?? 4), endOnFailure: true },
    )
    // The cases are about something: most could be told, and every way to yield came by.
    expect(told).toBeGreaterThan(runs * 0.7)
    for (const who of [null, 'customer', 'owner'] as const)
      expect(yielded.get(who)).toBeGreaterThan(runs / 200)
    expect(cut).toBeGreaterThan(runs / 200)
    expect(stoodIn).toBeGreaterThan(runs / 100)
  },
  240_000 + runs * 8,
)
