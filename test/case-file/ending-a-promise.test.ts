import { describe, expect, test } from 'vitest'
import type { OpenCallback } from '../../src/case-file/case-columns.ts'
import { closed } from '../../src/case-file/close-promise.ts'
import {
  assertKeeps,
  assertTold,
  assertToldOfMove,
  type Evidence,
  keeps,
} from '../../src/case-file/evidence/evidence.ts'
import type { Try } from '../../src/case-file/promise/count-tries.ts'
import { assertTriedEnough } from '../../src/case-file/promise/tried-enough.ts'
import { closingBy } from '../../src/case-file/resolve.ts'
import { Problem } from '../../src/lib/problem.ts'
import { followUpOf } from '../../src/rooms/callbacks/rules.ts'
import type { Moment, Outcome } from '../../src/tables/cases.ts'

const promisedAt = '2026-11-02T09:00:00.000Z'
const before = '2026-11-02T08:59:59.999Z'
const after = '2026-11-02T11:00:00.000Z'
const now = '2026-11-02T12:00:00.000Z'

const callback: OpenCallback = {
  id: 'callback',
  channel: 'phone',
  address: '+31612345678',
  windowFrom: '2026-11-02T10:00:00.000Z',
  windowUntil: '2026-11-02T11:30:00.000Z',
  computed: false,
  yielded: null,
  cutByHorizon: false,
  attempts: 2,
  nextTryAt: null,
  madeAt: promisedAt,
  version: 3,
}

const contact = (moment: Moment, recordedAt = after): Evidence => ({
  id: 'contact',
  moment,
  at: recordedAt,
  recordedAt,
  onRecord: true,
  happenedSince: null,
  beforeTheirTime: false,
})

/** The same, brought along by the request. */
const brought = (moment: Moment, at: string): Evidence => ({
  ...contact(moment, now),
  at,
  onRecord: false,
})

const moments = [
  'opening',
  'owner-reached',
  'owner-wrote',
  'customer-called-owner',
  'colleague-answered',
  'colleague-spoke',
  'customer-contacted-us',
  'not-reached',
] as const satisfies Moment[]

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
  closures: [],
  openings: [],
  keepsHolidays: true,
  country: 'NL',
  holidayRegion: null,
}

/** The code of what is refused; undefined where nothing is. */
function refused(decide: () => unknown): string | undefined {
  try {
    decide()
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error.kind.code
    throw error
  }
}

/** The moments of which this holds; the others tell the customer nothing. */
const thoseWhich = (holds: (moment: Moment) => void) =>
  moments.filter((moment) => {
    const code = refused(() => holds(moment))
    expect([undefined, 'customer-not-told']).toContain(code)
    return code === undefined
  })

describe('a promise is kept (law 6)', () => {
  test('by a contact in which the owner and the customer spoke, and no other', () => {
    const spoken = ['owner-reached', 'customer-called-owner']
    expect(moments.filter((moment) => keeps(moment, 'phone'))).toEqual(spoken)
    expect(thoseWhich((moment) => assertKeeps(contact(moment), callback))).toEqual(spoken)
  })

  test.each(['email', 'chat', 'letter'])('by %s, also by a message', (channel) => {
    const told = ['owner-reached', 'owner-wrote', 'customer-called-owner']
    expect(thoseWhich((moment) => assertKeeps(contact(moment), { ...callback, channel }))).toEqual(told)
  })

  test('by none that took place before it was made, whenever it is told of', () => {
    for (const early of [{ ...contact('owner-reached'), at: before }, brought('owner-reached', before)])
      expect(refused(() => assertKeeps(early, callback))).toBe('customer-not-told')
    expect(refused(() => assertKeeps(brought('owner-reached', promisedAt), callback))).toBeUndefined()
  })

  test('by none that was on record when it was made', () => {
    expect(refused(() => assertKeeps(contact('owner-reached', promisedAt), callback))).toBe(
      'customer-not-told',
    )
    expect(refused(() => assertKeeps(contact('owner-reached', before), callback))).toBe('customer-not-told')
  })

  test('when the customer was reached, and not in the future', () => {
    const keptAt = (at: string) =>
      closed(callback, { state: 'kept', contact: { ...contact('owner-reached'), at } }, now).closedAt
    expect([after, '2026-11-02T12:04:00.000Z'].map(keptAt)).toEqual([after, now])
  })

  test('and the event says whether the customer called first', () => {
    const told = (moment: Moment) => closed(callback, { state: 'kept', contact: contact(moment) }, now).told
    expect(told('customer-called-owner')).toEqual({
      contactId: 'contact',
      customerCalledFirst: true,
      toldLate: false,
    })
    expect(told('owner-reached')).toEqual({
      contactId: 'contact',
      customerCalledFirst: false,
      toldLate: false,
    })
  })
})

describe('kept in time', () => {
  const { windowUntil } = callback
  const late = '2026-11-02T11:30:00.001Z'

  test.each([
    ['recorded at once', after, after, false],
    ['recorded at the last moment', after, windowUntil, false],
    ['recorded after the window', after, late, true],
    ['at its last moment, recorded after it', windowUntil, late, true],
    ['after the window: that is late', late, late, false],
  ])('%s', (_, at, recordedAt, toldLate) => {
    const kept = closed(
      callback,
      { state: 'kept', contact: { ...contact('owner-reached', recordedAt), at } },
      now,
    )
    expect([kept.closedAt, kept.told]).toMatchObject([at, { toldLate }])
  })
})

describe('a promise moves (law 5)', () => {
  test('when one of ours spoke with the customer, or wrote where it is a written one', () => {
    const spoke = ['owner-reached', 'customer-called-owner', 'colleague-answered', 'colleague-spoke']
    const movers = (channel: string) =>
      thoseWhich((moment) => assertToldOfMove(contact(moment), { ...callback, channel }))
    for (const channel of ['phone', 'visit', 'web', 'pickup']) expect(movers(channel)).toEqual(spoke)
    for (const channel of ['email', 'chat', 'letter'])
      expect(movers(channel)).toEqual(['owner-reached', 'owner-wrote', ...spoke.slice(1)])
    expect(refused(() => assertToldOfMove(undefined, callback))).toBe('customer-not-told')
  })

  test('by no contact that is older than itself; one that is recorded only now is younger', () => {
    expect(refused(() => assertToldOfMove(contact('owner-reached', promisedAt), callback))).toBe(
      'customer-not-told',
    )
    expect(refused(() => assertToldOfMove(brought('owner-reached', promisedAt), callback))).toBeUndefined()
    expect(refused(() => assertToldOfMove(brought('owner-reached', before), callback))).toBe(
      'customer-not-told',
    )
  })

  test('and ends at that moment, whenever the customer heard', () => {
    const told = contact('owner-reached')
    const closing = { state: 'rescheduled', contact: told, replacedBy: 'next', reason: 'The bank.' } as const
    expect(closed(callback, closing, now)).toEqual({
      state: 'rescheduled',
      version: 4,
      closedAt: now,
      contactId: 'contact',
      contactMoment: 'owner-reached',
      replacedBy: 'next',
      reason: 'The bank.',
      told: { replacedBy: 'next', contactId: 'contact' },
    })
  })
})

describe('a case ends (law 8)', () => {
  const tellers = (outcome: Outcome) =>
    thoseWhich((moment) => assertTold(outcome, contact(moment), callback, after))

  test('answered or fixed in a contact in which the customer got the answer', () => {
    const told = ['opening', 'owner-reached', 'customer-called-owner', 'colleague-answered']
    expect([tellers('answered'), tellers('fixed')]).toEqual([told, told])
  })

  test('withdrawn in a contact of the customer’s', () => {
    expect(tellers('withdrawn')).toEqual([
      'customer-called-owner',
      'colleague-answered',
      'colleague-spoke',
      'customer-contacted-us',
    ])
  })

  test('in the other ways without being told', () => {
    for (const outcome of ['unreachable', 'duplicate', 'notAQuestion'] as const)
      expect(refused(() => assertTold(outcome, undefined, callback, now))).toBeUndefined()
  })

  test('in no contact that is older than the promise, but in the opening one that is as old', () => {
    for (const outcome of ['answered', 'fixed'] as const) {
      expect(refused(() => assertTold(outcome, undefined, callback, now))).toBe('customer-not-told')
      expect(
        refused(() => assertTold(outcome, contact('customer-called-owner', promisedAt), callback, after)),
      ).toBe('customer-not-told')
      expect(
        refused(() => assertTold(outcome, contact('opening', promisedAt), callback, promisedAt)),
      ).toBeUndefined()
      expect(refused(() => assertTold(outcome, contact('opening', before), callback, after))).toBe(
        'customer-not-told',
      )
    }
  })

  describe('at first contact', () => {
    const opening = contact('opening', promisedAt)
    const roomy = { ...callback, windowUntil: '2026-11-02T17:00:00.000Z' }
    const answers = (evidence: Evidence, at: string, promise = roomy) =>
      refused(() => assertTold('answered', evidence, promise, at))

    test('within an hour of it, as it was and as it was recorded', () => {
      const [last, over] = ['2026-11-02T10:00:00.000Z', '2026-11-02T10:00:00.001Z']
      expect([answers(opening, last), answers(opening, over)]).toEqual([undefined, 'customer-not-told'])
      expect(answers({ ...opening, at: before }, last)).toBe('customer-not-told')
      expect(answers({ ...opening, at: '2026-11-02T09:04:00.000Z' }, over)).toBe('customer-not-told')
    })

    test('while nothing else has happened, and the promise is not broken', () => {
      expect(answers({ ...opening, happenedSince: 'callback.attempted' }, promisedAt)).toBe(
        'customer-not-told',
      )
      const short = { ...callback, windowUntil: '2026-11-02T09:20:00.000Z' }
      expect(answers(opening, '2026-11-02T09:20:00.000Z', short)).toBeUndefined()
      expect(answers(opening, '2026-11-02T09:20:00.001Z', short)).toBe('customer-not-told')
    })

    test('in one step with opening it, whenever the call was; but never withdrawn', () => {
      const said = brought('opening', '2026-10-30T09:00:00.000Z')
      expect(refused(() => assertTold('answered', said, undefined, now))).toBeUndefined()
      for (const moment of moments.filter((each) => each !== 'opening'))
        expect([moment, refused(() => assertTold('answered', brought(moment, now), undefined, now))]).toEqual(
          [
            moment,
            ['owner-reached', 'customer-called-owner', 'colleague-answered'].includes(moment)
              ? undefined
              : 'customer-not-told',
          ],
        )
      expect(refused(() => assertTold('withdrawn', opening, callback, promisedAt))).toBe('customer-not-told')
    })
  })

  test('and its promise is kept where the owner gave the answer, else released', () => {
    const becomes = (outcome: Outcome, moment?: Moment) =>
      closingBy({ id: 'resolution', outcome }, moment && contact(moment), 'email').state
    const kept = moments.filter((moment) => keeps(moment, 'email'))
    expect(moments.filter((moment) => becomes('answered', moment) === 'kept')).toEqual(kept)
    expect(moments.filter((moment) => becomes('fixed', moment) === 'kept')).toEqual(kept)
    expect(moments.filter((moment) => becomes('withdrawn', moment) === 'kept')).toEqual([])
    expect((['unreachable', 'duplicate', 'notAQuestion'] as const).map((way) => becomes(way))).toEqual([
      'released',
      'released',
      'released',
    ])
  })

  test('unreachable after enough tries, on enough days, and a written message', () => {
    const agreed = { timeZone: 'Europe/Amsterdam', attemptsNeeded: 3, attemptDaysNeeded: 2 }
    const monday = ['2026-11-02T09:00:00.000Z', '2026-11-02T11:00:00.000Z']
    const tries = [...monday, '2026-11-03T09:00:00.000Z'].map((at) => ({ outcome: 'busy', at }))
    const message = { outcome: 'message-sent', at: '2026-11-02T09:00:00.000Z' }
    const judged = (found: readonly Try[]) =>
      refused(() => assertTriedEnough({ team, attemptPause: 'PT2H', tries: [...found] }, agreed, null))
    expect(judged([...tries, message])).toBeUndefined()
    expect(judged(tries)).toBe('not-yet-unreachable')
    expect(judged([...tries.slice(1), message])).toBe('not-yet-unreachable')
    expect(judged([...tries.slice(0, 2), message, message])).toBe('not-yet-unreachable')
  })
})

describe('a try at keeping it', () => {
  const then = { resolve: { outcome: 'answered' } } as const

  test('says what follows when the customer was reached, and only then', () => {
    expect(followUpOf({ outcome: 'reached', then }, 'phone')).toEqual(then)
    expect(refused(() => followUpOf({ outcome: 'reached' }, 'phone'))).toBe('validation-failed')
    for (const outcome of ['no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent'] as const) {
      expect(followUpOf({ outcome }, 'phone')).toBeUndefined()
      expect(refused(() => followUpOf({ outcome, then }, 'phone'))).toBe('validation-failed')
      expect(refused(() => followUpOf({ outcome, contactId: 'contact' }, 'phone'))).toBe('validation-failed')
      expect(refused(() => followUpOf({ outcome, participants: ['colleague'] }, 'phone'))).toBe(
        'validation-failed',
      )
    }
  })

  test('by a message reaches the customer where the callback itself is written', () => {
    const reaches = (channel: string) =>
      refused(() => followUpOf({ outcome: 'message-sent', then }, channel)) === undefined
    const channels = ['phone', 'email', 'chat', 'visit', 'letter', 'web', 'pickup']
    expect(channels.filter(reaches)).toEqual(['email', 'chat', 'letter'])
  })

  test('that names a contact on record has no participants of its own', () => {
    const given = { outcome: 'reached', then, contactId: 'contact' } as const
    expect(followUpOf(given, 'phone')).toEqual(then)
    expect(refused(() => followUpOf({ ...given, participants: ['colleague'] }, 'phone'))).toBe(
      'validation-failed',
    )
  })
})
