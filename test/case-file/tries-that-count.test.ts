import { describe, expect, test } from 'vitest'
import { countTries } from '../../src/case-file/promise/count-tries.ts'

const nineToFive = [{ from: '09:00', until: '17:00' }]
const team = {
  openingHours: {
    monday: nineToFive,
    tuesday: nineToFive,
    wednesday: nineToFive,
    thursday: nineToFive,
    friday: nineToFive,
  },
  timeZone: 'Europe/Amsterdam',
  closures: [{ date: '2027-01-14' }],
  openings: [],
  keepsHolidays: true,
  country: 'NL',
  holidayRegion: null,
}

/** In January 2027 Amsterdam is an hour ahead; the eleventh is a Monday. */
const count = (moments: readonly string[], pause = 'PT2H', of = team) => {
  const tries = moments.map((moment) => ({ outcome: 'no-answer', at: `2027-01-${moment}:00.000Z` }))
  const { attempts, days } = countTries(tries, of, pause)
  return [attempts, days.map((day) => day.slice(8))]
}

describe('a try counts', () => {
  test.each<[string, readonly string[], number, readonly string[]]>([
    ['the first of them', ['11T10:00'], 1, ['11']],
    ['the pause after the one before', ['11T10:00', '11T12:00'], 2, ['11']],
    ['not a minute earlier', ['11T10:00', '11T11:59'], 1, ['11']],
    ['not in the same second', ['11T10:00', '11T10:00', '11T10:00'], 1, ['11']],
    [
      'after the one that counted, not after the one that did not',
      ['11T10:00', '11T11:00', '11T12:00'],
      2,
      ['11'],
    ],
    ['by working time: the evening does not pass it', ['11T15:00', '11T20:00'], 1, ['11']],
    ['nor the night', ['11T15:00', '12T08:30'], 1, ['11']],
    ['the next morning, when it has passed in hours of the team', ['11T15:00', '12T09:00'], 2, ['11', '12']],
    ['out of hours on a working day, being the first', ['11T06:00', '11T10:00'], 2, ['11']],
    ['not on a Saturday', ['15T10:00', '16T10:00', '18T10:00'], 2, ['15', '18']],
    ['not on a closed day', ['13T10:00', '14T10:00', '15T10:00'], 2, ['13', '15']],
    ['in whatever order they are told of', ['12T10:00', '11T10:00', '11T12:00'], 3, ['11', '12']],
    ['on the day that it is at the team', ['11T22:30', '12T23:30'], 2, ['11', '13']],
  ])('%s', (_, moments, attempts, days) => {
    expect(count(moments)).toEqual([attempts, days])
  })

  test('not on a holiday', () => {
    const christmas = { outcome: 'busy', at: '2026-12-25T10:00:00.000Z' }
    expect(countTries([christmas], team, 'PT2H').attempts).toBe(0)
    expect(countTries([christmas], { ...team, country: 'JP' }, 'PT2H').attempts).toBe(1)
  })

  test('without a pause where the team agreed on none', () => {
    expect(count(['11T10:00', '11T10:01'], 'PT0S')).toEqual([2, ['11']])
  })

  test('unless it is a message', () => {
    const tries = [{ outcome: 'message-sent', at: '2027-01-11T10:00:00.000Z' }]
    expect(countTries(tries, team, 'PT2H')).toEqual({ attempts: 0, days: [] })
  })
})
