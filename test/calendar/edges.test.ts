import { expect, test } from 'vitest'
import { budgetPeriod } from '../../src/calendar/budget-period.ts'
import { callerAt } from '../../src/calendar/callers.ts'
import { isRegion } from '../../src/calendar/holidays.ts'
import { horizonOf } from '../../src/calendar/horizon.ts'
import { slotsOf } from '../../src/calendar/slots.ts'
import { except, joined, type Span } from '../../src/calendar/span.ts'
import { afterWorkingDays } from '../../src/calendar/working-days.ts'
import { spansOf } from '../../src/calendar/working-time.ts'

/** First and last moments, and what is asked of nothing. */

const at = (moment: string): number => Date.parse(moment)
const minutes = (n: number): number => n * 60_000

test('a budget is of the quarter or of the month, from midnight to midnight there', () => {
  const now = Temporal.Instant.from('2026-11-30T23:30:00Z')
  const of = (period: 'quarter' | 'month', zone: string) => {
    const { startsOn, endsOn, from } = budgetPeriod(period, now, zone)
    return [startsOn, endsOn, from.toString()]
  }
  expect(of('quarter', 'UTC')).toEqual(['2026-10-01', '2027-01-01', '2026-10-01T00:00:00Z'])
  expect(of('month', 'UTC')).toEqual(['2026-11-01', '2026-12-01', '2026-11-01T00:00:00Z'])
  expect(of('month', 'Europe/Amsterdam')).toEqual(['2026-12-01', '2027-01-01', '2026-11-30T23:00:00Z'])
})

test('a stand-in calls from their first moment on, and not in the first one after', () => {
  const standIns = [{ id: 'piet', from: 10, until: 20, workingHours: {}, timeZone: 'UTC' }]
  expect([9, 10, 19, 20].map((moment) => callerAt({ standIns }, moment))).toEqual([
    null,
    'piet',
    'piet',
    null,
  ])
})

test.each([
  ['BY', true],
  ['BY-A', true],
  ['BY-ZZ', false],
  ['BY-A-A', false],
  ['ZZ', false],
  ['ZZ-A', false],
  ['', false],
])('whether %s is a region of Germany: %s', (region, known) => {
  expect(isRegion('DE', region)).toBe(known)
})

test('the horizon is the end of the last working day, also where there are no more; where there are fewer it is far', () => {
  const now = at('2026-11-02T10:00Z')
  const days = ['2026-11-03', '2026-11-05'].map((day) => ({
    from: at(`${day}T09:00Z`),
    until: at(`${day}T17:00Z`),
  }))
  const open = ({ from, until }: Span) => days.filter((day) => day.from < until && day.until > from)
  expect(horizonOf(open, 'UTC', now, 1)).toBe(at('2026-11-04T00:00Z'))
  expect(horizonOf(open, 'UTC', now, 2)).toBe(at('2026-11-06T00:00Z'))
  expect(horizonOf(open, 'UTC', now, 3)).toBeGreaterThan(at('2027-11-06T00:00Z'))
})

test('a place ends with the opening, and is one if it is as long as the shortest', () => {
  const from = at('2026-11-02T09:00Z')
  const placesOf = (length: number) => {
    const open = { from, until: from + length }
    const places = slotsOf(() => [open], open, 'UTC', minutes(60))
    return [...places].map((place) => [(place.from - from) / minutes(1), (place.until - from) / minutes(1)])
  }
  expect(placesOf(minutes(75))).toEqual([
    [0, 60],
    [60, 75],
  ])
  expect(placesOf(minutes(75) - 1)).toEqual([[0, 60]])
})

test('spans that touch are one', () => {
  const spans = joined([
    { from: 5, until: 6 },
    { from: 0, until: 2 },
    { from: 2, until: 4 },
  ])
  expect(spans).toEqual([
    { from: 0, until: 4 },
    { from: 5, until: 6 },
  ])
})

test('of an opening that is closed at its beginning and at its end nothing is left there', () => {
  const closed = [
    { from: 7, until: 10 },
    { from: 0, until: 3 },
    { from: 20, until: 30 },
  ]
  expect(except(() => [{ from: 0, until: 10 }], closed)({ from: 0, until: 10 })).toEqual([
    { from: 3, until: 7 },
  ])
})

test('so many working days after today have ended when the last of them has, holidays and weekends not counted', () => {
  const where = { country: 'NL', region: null, timeZone: 'Europe/Amsterdam' }
  const after = (now: string, days: number) =>
    afterWorkingDays(Temporal.Instant.from(now), days, where).toString()
  expect(after('2026-11-30T10:00Z', 1)).toBe('2026-12-01T23:00:00Z')
  expect(after('2026-11-27T10:00Z', 1)).toBe('2026-11-30T23:00:00Z')
  // Friday is Christmas, and Saturday too.
  expect(after('2026-12-24T10:00Z', 2)).toBe('2026-12-29T23:00:00Z')
})

test('what is open for a month is one span, however it is looked through', () => {
  const month = { from: at('2026-11-01T00:00Z'), until: at('2026-12-01T00:00Z') }
  expect([...spansOf((within) => [within], month)]).toEqual([month])
})
