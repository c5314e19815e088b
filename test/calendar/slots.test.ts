import { expect, test } from 'vitest'
import { hourOf, isOpenThroughout, slotsOf } from '../../src/calendar/slots.ts'
import { freeSlots, suggest } from '../../src/calendar/suggest.ts'
import { weeklyTimetable } from '../../src/calendar/weekly-timetable.ts'

const at = (moment: string) => Temporal.Instant.from(moment).epochMilliseconds
const iso = (moment: number) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toString({ smallestUnit: 'minute' })
const span = (from: string, until: string) => ({ from: at(from), until: at(until) })
const shown = (slots: Iterable<{ readonly from: number; readonly until: number }>) =>
  [...slots].map(({ from, until }) => `${iso(from)} ${iso(until)}`)

const zone = 'Europe/Amsterdam'
const tuesday = weeklyTimetable(
  {
    tuesday: [
      { from: '09:30', until: '12:10' },
      { from: '13:00', until: '15:00' },
    ],
  },
  zone,
)
const thatTuesday = span('2026-11-03T00:00+01:00', '2026-11-04T00:00+01:00')
const hour = 3_600_000

test('a slot begins with each clock hour, or with the opening, and ends with it; one that is too short is none', () => {
  expect(shown(slotsOf(tuesday, thatTuesday, zone, hour))).toEqual([
    '2026-11-03T08:30Z 2026-11-03T09:30Z',
    '2026-11-03T09:00Z 2026-11-03T10:00Z',
    '2026-11-03T10:00Z 2026-11-03T11:00Z',
    '2026-11-03T12:00Z 2026-11-03T13:00Z',
    '2026-11-03T13:00Z 2026-11-03T14:00Z',
  ])
})

test('the clock hour is that of the wall, also where it is half an hour off and where it changes', () => {
  expect(iso(hourOf('Asia/Kolkata', at('2026-11-03T10:59+05:30')))).toBe('2026-11-03T04:30Z')
  expect(iso(hourOf('Australia/Lord_Howe', at('2026-10-04T02:45+11:00')))).toBe('2026-10-03T15:00Z')
  expect(iso(hourOf(zone, at('2026-10-25T02:30+02:00')))).toBe('2026-10-25T00:00Z')
  expect(iso(hourOf(zone, at('2026-10-25T02:30+01:00')))).toBe('2026-10-25T01:00Z')
})

test('slots go on through a change of the clock, one for each hour that the wall shows', () => {
  const everyHour = weeklyTimetable({ sunday: [{ from: '00:00', until: '05:00' }] }, zone)
  const night = span('2026-10-25T00:00+02:00', '2026-10-25T05:00+01:00')
  expect([...slotsOf(everyHour, night, zone, hour)]).toHaveLength(6)
  const short = span('2026-03-29T00:00+01:00', '2026-03-29T05:00+02:00')
  expect([...slotsOf(everyHour, short, zone, hour)]).toHaveLength(4)
})

test('a window lies in one opening: not across a break, and not by a minute outside', () => {
  expect(isOpenThroughout(tuesday, span('2026-11-03T09:30+01:00', '2026-11-03T12:10+01:00'))).toBe(true)
  expect(isOpenThroughout(tuesday, span('2026-11-03T11:30+01:00', '2026-11-03T13:30+01:00'))).toBe(false)
  expect(isOpenThroughout(tuesday, span('2026-11-03T09:29+01:00', '2026-11-03T10:00+01:00'))).toBe(false)
  expect(isOpenThroughout(tuesday, span('2026-11-03T12:00+01:00', '2026-11-03T12:11+01:00'))).toBe(false)
  expect(isOpenThroughout(tuesday, span('2026-11-02T10:00+01:00', '2026-11-02T11:00+01:00'))).toBe(false)
})

const wish = {
  timetable: tuesday,
  timeZone: zone,
  within: span('2026-11-03T00:00+01:00', '2026-11-11T00:00+01:00'),
  handovers: [],
  booked: (slot: { hour: number }) => (slot.hour === at('2026-11-03T13:00+01:00') ? 4 : 1),
  perHour: 4,
}

test('what is free says how many more promises fit, and a full hour is left out', () => {
  const free = [...freeSlots(wish, hour)]
  expect(free.every((slot) => slot.free === 3)).toBe(true)
  expect(shown(free)).not.toContain('2026-11-03T12:00Z 2026-11-03T13:00Z')
  expect(free).toHaveLength(9)
})

test('suggested are the five nearest to what was asked, as long as that, in the order of time', () => {
  expect(shown(suggest(wish, span('2026-11-03T13:15+01:00', '2026-11-03T13:45+01:00')))).toEqual([
    '2026-11-03T08:30Z 2026-11-03T09:00Z',
    '2026-11-03T09:00Z 2026-11-03T09:30Z',
    '2026-11-03T10:00Z 2026-11-03T10:30Z',
    '2026-11-03T13:00Z 2026-11-03T13:30Z',
    '2026-11-10T08:30Z 2026-11-10T09:00Z',
  ])
})

test('where somebody else calls from a moment within the hour on, that hour has a slot of each', () => {
  const morning = span('2026-11-03T09:00+01:00', '2026-11-03T12:30+01:00')
  const handovers = [at('2026-11-03T10:20+01:00'), at('2026-11-03T11:00+01:00'), at('2026-11-03T12:20+01:00')]
  expect(shown([...slotsOf(tuesday, morning, zone, hour, handovers)])).toEqual([
    '2026-11-03T08:30Z 2026-11-03T09:30Z',
    '2026-11-03T09:00Z 2026-11-03T10:00Z',
    '2026-11-03T09:20Z 2026-11-03T10:20Z',
    '2026-11-03T10:00Z 2026-11-03T11:00Z',
  ])
})
