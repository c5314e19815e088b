import { describe, expect, test } from 'vitest'
import type { OpenCallback } from '../../src/case-file/case-columns.ts'
import { closed } from '../../src/case-file/close-promise.ts'
import {
  assertKeeps,
  assertTold,
  assertToldOfMove,
  type Evidence,
  keeps,
} from '../../src/case-file/evidence.ts'
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
})

const moments = [
  'opening',
  'owner-reached',
  'customer-called-owner',
  'colleague-answered',
  'customer-contacted-us',
  'not-reached',
] as const satisfies Moment[]

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
    expect(moments.filter(keeps)).toEqual(spoken)
    expect(thoseWhich((moment) => assertKeeps(contact(moment), callback))).toEqual(spoken)
  })

  test('by none that was on record when it was made', () => {
    expect(refused(() => assertKeeps(contact('owner-reached', promisedAt), callback))).toBe(
      'customer-not-told',
    )
    expect(refused(() => assertKeeps(contact('owner-reached', before), callback))).toBe('customer-not-told')
  })

  test('when the customer was reached: not before it was made, and not in the future', () => {
    const keptAt = (at: string) =>
      closed(callback, { state: 'kept', contact: { ...contact('owner-reached'), at } }, now).closedAt
    expect([before, after, '2026-11-02T12:04:00.000Z'].map(keptAt)).toEqual([promisedAt, after, now])
  })

  test('and the event says whether the customer called first', () => {
    const told = (moment: Moment) => closed(callback, { state: 'kept', contact: contact(moment) }, now).told
    expect(told('customer-called-owner')).toEqual({ contactId: 'contact', customerCalledFirst: true })
    expect(told('owner-reached')).toEqual({ contactId: 'contact', customerCalledFirst: false })
  })
})

describe('a promise moves (law 5)', () => {
  test('when the customer heard of it, in whatever contact they were in', () => {
    expect(thoseWhich((moment) => assertToldOfMove(contact(moment), promisedAt))).toEqual(
      moments.filter((moment) => moment !== 'not-reached'),
    )
    expect(refused(() => assertToldOfMove(undefined, promisedAt))).toBe('customer-not-told')
  })

  test('by no contact that is older than itself; one that is recorded only now is younger', () => {
    expect(refused(() => assertToldOfMove(contact('owner-reached', promisedAt), promisedAt))).toBe(
      'customer-not-told',
    )
    expect(refused(() => assertToldOfMove(contact('owner-reached', promisedAt), ''))).toBeUndefined()
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
    thoseWhich((moment) => assertTold(outcome, contact(moment), promisedAt))

  test('answered or fixed in a contact in which the customer got the answer', () => {
    const told = ['opening', 'owner-reached', 'customer-called-owner', 'colleague-answered']
    expect([tellers('answered'), tellers('fixed')]).toEqual([told, told])
  })

  test('withdrawn in a contact of the customer’s', () => {
    expect(tellers('withdrawn')).toEqual([
      'opening',
      'customer-called-owner',
      'colleague-answered',
      'customer-contacted-us',
    ])
  })

  test('in the other ways without being told', () => {
    for (const outcome of ['unreachable', 'duplicate', 'notAQuestion'] as const)
      expect(refused(() => assertTold(outcome, undefined, promisedAt))).toBeUndefined()
  })

  test('in no contact that is older than the promise, but in the opening one that is as old', () => {
    for (const outcome of ['answered', 'fixed', 'withdrawn'] as const) {
      expect(refused(() => assertTold(outcome, undefined, promisedAt))).toBe('customer-not-told')
      expect(
        refused(() => assertTold(outcome, contact('customer-called-owner', promisedAt), promisedAt)),
      ).toBe('customer-not-told')
      expect(refused(() => assertTold(outcome, contact('opening', promisedAt), promisedAt))).toBeUndefined()
      expect(refused(() => assertTold(outcome, contact('opening', before), promisedAt))).toBe(
        'customer-not-told',
      )
    }
  })

  test('and its promise is kept where the owner gave the answer, else released', () => {
    const becomes = (outcome: Outcome, moment?: Moment) =>
      closingBy({ id: 'resolution', outcome }, moment && contact(moment)).state
    expect(moments.filter((moment) => becomes('answered', moment) === 'kept')).toEqual(moments.filter(keeps))
    expect(moments.filter((moment) => becomes('fixed', moment) === 'kept')).toEqual(moments.filter(keeps))
    expect(moments.filter((moment) => becomes('withdrawn', moment) === 'kept')).toEqual([])
    expect((['unreachable', 'duplicate', 'notAQuestion'] as const).map((way) => becomes(way))).toEqual([
      'released',
      'released',
      'released',
    ])
  })

  test('unreachable after enough tries, on enough days, and a written message', () => {
    const agreed = { timeZone: 'Europe/Amsterdam', attemptsNeeded: 3, attemptDaysNeeded: 2 }
    const enough = { attempts: 3, days: 2, messageSent: true }
    expect(refused(() => assertTriedEnough(enough, agreed))).toBeUndefined()
    for (const lacks of [{ attempts: 2 }, { days: 1 }, { messageSent: false }])
      expect(refused(() => assertTriedEnough({ ...enough, ...lacks }, agreed))).toBe('not-yet-unreachable')
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
