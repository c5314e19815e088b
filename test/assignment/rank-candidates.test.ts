import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CandidateFacts, rankCandidates } from '../../src/rooms/assignment/rank-candidates.ts'

/** A member of the customer's team, of whom nothing in particular is known. */
const member = (id: string, facts: Partial<CandidateFacts> = {}): CandidateFacts => ({
  id,
  pool: 'team',
  leaving: false,
  standsInForConcerned: false,
  absent: false,
  away: false,
  competent: false,
  openCases: 0,
  contractHours: 36,
  openCase: null,
  lastResolvedAt: null,
  ...facts,
})

const chosen = (...candidates: CandidateFacts[]) => {
  const choice = rankCandidates(candidates)
  return choice && [choice.owner.id, choice.reason, choice.considered]
}

const idle = member('idle', { competent: true })
const busy = { openCases: 99 }

describe('the owner is, of those who are there', () => {
  test('who owns an open case of this customer, however busy and wherever they are', () => {
    const owner = member('owner', { openCase: '0199-1', absent: true, ...busy })
    expect(chosen(idle, owner)).toEqual(['owner', 'open-case-with-owner', [1]])
  })

  test('of several such owners the one of the newest case', () => {
    const older = member('older', { openCase: '0199-1' })
    const newer = member('newer', { openCase: '0199-2', ...busy })
    expect(chosen(older, newer, idle)).toEqual(['newer', 'open-case-with-owner', [2]])
  })

  test('else who last owned one', () => {
    const older = member('older', { lastResolvedAt: '2026-05-01T00:00:00.000Z' })
    const newer = member('newer', { lastResolvedAt: '2026-06-01T00:00:00.000Z', absent: true, ...busy })
    expect(chosen(older, newer, idle)).toEqual(['newer', 'known-by-owner', [0, 2]])
  })

  test('else the least-loaded who knows the topic and is not absent', () => {
    const expert = member('expert', { competent: true, ...busy })
    const absent = member('absent', { competent: true, absent: true })
    expect(chosen(member('layman'), absent, expert)).toEqual(['expert', 'least-loaded', [0, 0, 1]])
  })

  test('else the least-loaded who is not absent', () => {
    const absent = member('absent', { competent: true, absent: true })
    const present = member('present', busy)
    expect(chosen(absent, present)).toEqual(['present', 'least-loaded', [0, 0, 0, 1]])
  })

  test('else the least-loaded', () => {
    const some = [member('b', { absent: true, ...busy }), member('a', { absent: true })]
    expect(chosen(...some)).toEqual(['a', 'least-loaded', [0, 0, 0, 0, 2]])
  })

  test('else nobody', () => {
    expect(chosen()).toBeUndefined()
  })
})

describe('load is open cases over contract hours', () => {
  test('so that a member with half the hours gets half', () => {
    const full = member('full', { openCases: 5, contractHours: 40 })
    expect(chosen(full, member('half', { openCases: 2, contractHours: 20 }))?.[0]).toBe('half')
    expect(chosen(full, member('half', { openCases: 3, contractHours: 20 }))?.[0]).toBe('full')
  })

  test('and where it is the same, the first by id is chosen', () => {
    const load = { openCases: 3, contractHours: 36 }
    expect(chosen(member('b', load), member('a', load), member('c', load))?.[0]).toBe('a')
  })
})

describe('what comes last', () => {
  test('the default team, when the customer’s has nobody: in the same order, as a fallback', () => {
    const there = member('there', { pool: 'default-team', ...busy })
    expect(chosen(there, member('here'))).toEqual(['here', 'least-loaded', [0, 0, 0, 1]])
    expect(chosen(there)).toEqual(['there', 'fallback', [0, 0, 0, 1]])
    const known = member('known', { pool: 'default-team', lastResolvedAt: '2026-06-01T00:00:00.000Z' })
    expect(chosen(there, known)).toEqual(['known', 'known-by-owner', [0, 1]])
  })

  test('somebody elsewhere, when the default team has nobody either', () => {
    const elsewhere = member('elsewhere', { pool: 'elsewhere' })
    expect(chosen(elsewhere, member('there', { pool: 'default-team', ...busy }))?.[0]).toBe('there')
    expect(chosen(elsewhere)).toEqual(['elsewhere', 'fallback', [0, 0, 0, 1]])
  })

  test('who stands in for the employee whom a complaint is about, also where they know the customer', () => {
    const standIn = member('stand-in', { standsInForConcerned: true, openCase: '0199-1' })
    expect(chosen(standIn, member('other', { absent: true }))?.[0]).toBe('other')
    const there = member('there', { pool: 'default-team' })
    expect(chosen(standIn, there)).toEqual(['stand-in', 'open-case-with-owner', [1]])
  })

  test('who is leaving, also where they know the customer', () => {
    const leaving = member('leaving', { leaving: true, openCase: '0199-1' })
    const elsewhere = member('elsewhere', { pool: 'elsewhere', absent: true })
    expect(chosen(leaving, elsewhere)).toEqual(['elsewhere', 'fallback', [0, 0, 0, 0, 1]])
    expect(chosen(leaving)).toEqual(['leaving', 'open-case-with-owner', [1]])
    expect(chosen(member('leaving', { leaving: true }))?.[1]).toBe('fallback')
  })

  test('on the telephone, who is away for a while: before those who are absent', () => {
    const away = member('away', { away: true })
    expect(chosen(away, member('there', busy))?.[0]).toBe('there')
    expect(chosen(away, member('absent', { absent: true }))?.[0]).toBe('away')
  })
})

describe('in any crowd', () => {
  const crowd = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...'abcdefghij'),
      pool: fc.constantFrom('team' as const, 'default-team' as const, 'elsewhere' as const),
      leaving: rarely(),
      standsInForConcerned: rarely(),
      absent: fc.boolean(),
      away: rarely(),
      competent: fc.boolean(),
      openCases: fc.nat(4),
      contractHours: fc.constantFrom(18, 20, 36, 40),
      openCase: fc.option(fc.constantFrom('0199-1', '0199-2', '0199-3'), { freq: 2 }),
      lastResolvedAt: fc.option(fc.constantFrom('2026-05-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'), {
        freq: 2,
      }),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  )

  test('the choice is that of an oracle which sorts them all', () => {
    fc.assert(
      fc.property(crowd, (candidates) => {
        expect(rankCandidates(candidates)?.owner.id).toBe(oracle(candidates)?.id)
      }),
      { numRuns: 3000 },
    )
  })

  test('it depends on no order, and finds somebody wherever there is anybody', () => {
    fc.assert(
      fc.property(crowd, (candidates) => {
        const choice = rankCandidates(candidates)
        expect(rankCandidates([...candidates].reverse())).toEqual(choice)
        expect(choice === undefined).toBe(candidates.length === 0)
        expect(choice?.considered.slice(0, -1).every((found) => found === 0) ?? true).toBe(true)
        expect((choice?.considered.at(-1) ?? 1) > 0).toBe(true)
      }),
    )
  })
})

function rarely(): fc.Arbitrary<boolean> {
  return fc.nat(3).map((n) => n === 0)
}

/** Says the same without steps: whoever comes first when all are sorted by everything at once. */
function oracle(candidates: readonly CandidateFacts[]): CandidateFacts | undefined {
  const moment = (at: string | null) => -Date.parse(at ?? '1970-01-01T00:00:00Z')
  const keys = (c: CandidateFacts): readonly (number | string)[] => {
    const place = c.leaving ? 3 : ['team', 'default-team', 'elsewhere'].indexOf(c.pool)
    const load = [Number(c.away), c.openCases / c.contractHours]
    const rank = c.openCase
      ? [0, -Number(c.openCase.slice(5)), 0]
      : c.lastResolvedAt
        ? [1, moment(c.lastResolvedAt), 0]
        : [c.absent ? 4 : c.competent ? 2 : 3, ...load]
    return [place, Number(c.standsInForConcerned), ...rank, c.id]
  }
  return [...candidates].sort((a, b) => {
    const [left, right] = [keys(a), keys(b)]
    const at = left.findIndex((key, n) => key !== right[n])
    return (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1
  })[0]
}
