import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'
import {
  callbackRow,
  changeCase,
  contactOf,
  contactRow,
  insert,
  refusal,
  resolutionRow,
  tryRow,
} from './script.ts'

const service = useService()
const beside = useInstance(service)

interface Kase {
  readonly id: string
  readonly owner: { readonly id: string }
  readonly callback: { readonly id: string }
}

type Row = Record<string, string | null>

/** Ends a case and releases its callback, or keeps it by `keptBy`. */
function resolve(kase: Kase, row: Row, keptBy?: string): string[] {
  const id = randomUUID()
  const callback = keptBy
    ? `state = 'kept', contact_id = '${keptBy}', contact_moment = 'owner-reached'`
    : `state = 'released', resolution_id = '${id}'`
  return [
    resolutionRow(kase, { id, ...row }),
    `update callbacks set ${callback}, closed_at = now() where id = '${kase.callback.id}'`,
    changeCase(kase.id, `callback_id = null, resolution_id = '${id}', resolved_at = now()`),
  ]
}

/** Promises another window in the place of the one that there is, as the owner told the customer. */
const moved = (kase: Kase, contactId: string, next: string): string[] => [
  `update callbacks set state = 'rescheduled', closed_at = now(), replaced_by = '${next}', reason = 'Busy.',
    contact_id = '${contactId}', contact_moment = 'owner-reached' where id = '${kase.callback.id}'`,
  callbackRow(kase, { id: next }),
]

const ways: Record<string, [Row, string]> = {
  'the owner, who reached the customer': [{}, 'owner-reached'],
  'the customer, who called the owner': [{ direction: 'inbound' }, 'customer-called-owner'],
  'a colleague who answered': [
    { direction: 'inbound', spoken_for: null, answered: 'true' },
    'colleague-answered',
  ],
  'a colleague who did not answer': [{ direction: 'inbound', spoken_for: null }, 'colleague-spoke'],
  'a letter that the owner read': [{ direction: 'inbound', channel: 'letter' }, 'customer-contacted-us'],
  'a form that a colleague answered': [
    { direction: 'inbound', channel: 'web', spoken_for: null, answered: 'true' },
    'customer-contacted-us',
  ],
  'a mail of the owner’s': [{ channel: 'email' }, 'owner-wrote'],
  'a system': [{ direction: 'inbound', spoken_for: null, employee_id: null }, 'customer-contacted-us'],
  'the owner, who reached nobody': [{ outcome: 'no-answer' }, 'not-reached'],
}

describe('the database lets a case end with', () => {
  test.each<[string, string, string]>([
    ['the owner, who reached the customer', 'answered', 'nothing'],
    ['the customer, who called the owner', 'answered', 'resolutions_keep_the_callback'],
    ['a colleague who answered', 'answered', 'nothing'],
    ['a colleague who did not answer', 'answered', 'resolutions_customer_was_told'],
    ['a system', 'fixed', 'resolutions_customer_was_told'],
    ['the owner, who reached nobody', 'fixed', 'resolutions_customer_was_told'],
    ['the owner, who reached the customer', 'withdrawn', 'resolutions_customer_withdrew'],
    ['the owner, who reached nobody', 'withdrawn', 'resolutions_customer_withdrew'],
    ['the customer, who called the owner', 'withdrawn', 'nothing'],
    ['a colleague who answered', 'withdrawn', 'nothing'],
    ['a colleague who did not answer', 'withdrawn', 'nothing'],
    ['a system', 'withdrawn', 'nothing'],
    ['a letter that the owner read', 'answered', 'resolutions_customer_was_told'],
    ['a letter that the owner read', 'withdrawn', 'nothing'],
    ['a form that a colleague answered', 'fixed', 'resolutions_customer_was_told'],
    ['a mail of the owner’s', 'answered', 'resolutions_keep_the_callback'],
    ['a mail of the owner’s', 'withdrawn', 'resolutions_customer_withdrew'],
  ])('%s, %s: %s', async (who, outcome, constraint) => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    const [row, moment] = ways[who] ?? [{}, '']
    const id = randomUUID()
    const speaker: Row =
      row.spoken_for === null && row.employee_id === undefined ? { employee_id: piet.id } : {}
    const contact = contactRow(kase, { id, ...speaker, ...row })
    const keptBy = moment === 'owner-reached' && outcome === 'answered' ? id : undefined
    const how = { outcome, contact_id: id, contact_moment: moment }
    expect(await refusal(service, contact, ...resolve(kase, how, keptBy))).toBe(constraint)
    if (constraint === 'resolutions_customer_was_told') {
      const lie = { ...how, contact_moment: 'colleague-answered' }
      expect(await refusal(service, contact, ...resolve(kase, lie))).toBe(
        'resolutions_contact_was_that_moment',
      )
    }
  })
})

test('a case ends with what is said in the very moment of its promise', async () => {
  const { take, piet } = await setScene(service)
  const kase = await take()
  const id = randomUUID()
  const at = `(select made_at from callbacks where id = '${kase.callback.id}')::timestamptz`
  const how = { contact_id: id, contact_moment: 'owner-reached' }
  expect(await refusal(service, contactRow(kase, { id, at }), ...resolve(kase, how, id))).toBe('nothing')
  // By what a colleague answered, who recorded it later, as well; and not by what was a moment before.
  const answered = { contact_id: id, contact_moment: 'colleague-answered' }
  for (const [moment, answer] of [
    [at, 'nothing'],
    [at.replace('made_at', `made_at - interval '1 ms'`), 'resolutions_customer_was_told'],
  ] as const) {
    const heard = { direction: 'inbound', employee_id: piet.id, spoken_for: null, answered: 'true' }
    const contact = contactRow(kase, { id, ...heard, at: moment, recorded_at: 'now()' })
    expect(await refusal(service, contact, ...resolve(kase, answered))).toBe(answer)
  }
})

test('the contact that opened a case withdraws nothing', async () => {
  const { take } = await setScene(service)
  const kase = await take({ contact: { summary: 'Why?' } })
  const how = { contact_id: await contactOf(service, kase, 'opening'), contact_moment: 'opening' }
  expect(await refusal(service, ...resolve(kase, { ...how, outcome: 'withdrawn' }))).toBe(
    'resolutions_customer_withdrew',
  )
})

test('the contact that opened a case tells the customer for an hour, and no longer than their window lasts', async () => {
  const { take } = await setScene(service)
  const at = (time: string) => `2026-11-02T${time}Z`
  service.clock.now = Temporal.Instant.from(at('11:00:00'))
  const contact = { contact: { summary: 'Why?' } }
  const long = await take(contact)
  const short = await take({ ...contact, callback: { from: at('11:15:00'), until: at('11:45:00') } })
  for (const [kase, time, answer] of [
    [long, '12:00:00', 'nothing'],
    [long, '12:00:00.001', 'resolutions_customer_was_told'],
    [short, '11:45:00', 'nothing'],
    [short, '11:45:00.001', 'resolutions_customer_was_told'],
  ] as const) {
    const how = { contact_id: await contactOf(service, kase, 'opening'), contact_moment: 'opening' }
    const then = resolve(kase, how).map((step) => step.replaceAll('now()', `'${at(time)}'::timestamptz`))
    expect([time, await refusal(service, ...then)]).toEqual([time, answer])
  }
})

test('the contact that opened a case tells the customer that very moment, however long ago they asked, and whatever was promised before', async () => {
  const { resolved } = await setScene(service)
  service.clock.now = Temporal.Now.instant().subtract({ hours: 24 * 30 })
  const ended = await resolved()
  service.clock.now = undefined
  const [id, next] = [randomUUID(), randomUUID()]
  const how = { contact_id: id, contact_moment: 'opening' }
  const made = `(now() - interval '1 ms')::timestamptz`
  const again = (at: string, recorded: string) => [
    contactRow(ended, { id, direction: 'inbound', opening: 'true', at, recorded_at: recorded }),
    callbackRow(ended, { id: next, made_at: made }),
    changeCase(ended.id, `callback_id = '${next}', resolution_id = null, resolved_at = null`),
  ]
  for (const [at, recorded, answer] of [
    ['now()', 'now()', 'nothing'],
    [`now() - '2 hours'::interval`, 'now()', 'nothing'],
    [`now() - '2 hours'::interval`, made, 'resolutions_customer_was_told'],
    [`now() - '1 hour'::interval`, made, 'nothing'],
  ] as const) {
    const ends = resolve({ ...ended, callback: { id: next } }, how)
    expect([at, recorded, await refusal(service, ...again(at, recorded), ...ends)]).toEqual([
      at,
      recorded,
      answer,
    ])
  }
})

test('no contact of later on opened a case, whatever it says of itself', async () => {
  const { take } = await setScene(service)
  const [kase, id] = [await take(), randomUUID()]
  const opening = contactRow(kase, { id, direction: 'inbound', opening: 'true' })
  const ends = resolve(kase, { contact_id: id, contact_moment: 'opening' })
  expect(await refusal(service, opening, ...ends)).toBe('resolutions_customer_was_told')
})

test('no contact that was recorded before a promise ends its case, though it is said to have come after', async () => {
  const { take } = await setScene(service)
  const [kase, id] = [await take(), randomUUID()]
  const made = (span: string) =>
    `(select made_at ${span} from callbacks where id = '${kase.callback.id}')::timestamptz`
  const letter = { id, direction: 'inbound', channel: 'letter', employee_id: null, spoken_for: null }
  const how = { outcome: 'withdrawn', contact_id: id, contact_moment: 'customer-contacted-us' }
  for (const [recorded, answer] of [
    ['', 'nothing'],
    [`- interval '1 ms'`, 'resolutions_customer_was_told'],
  ] as const) {
    const contact = contactRow(kase, { ...letter, at: made(''), recorded_at: made(recorded) })
    expect(await refusal(service, contact, ...resolve(kase, how))).toBe(answer)
  }
})

test('nobody withdraws a question in the call in which a colleague opened it; in a later one they do', async () => {
  const { take, piet } = await setScene(service)
  const kase = await take()
  const id = randomUUID()
  const at = `(select made_at from callbacks where id = '${kase.callback.id}')::timestamptz`
  const how = { outcome: 'withdrawn', contact_id: id, contact_moment: 'colleague-spoke' }
  for (const [opening, moment, answer] of [
    ['false', at, 'nothing'],
    ['true', at, 'resolutions_customer_was_told'],
    ['true', 'now()', 'nothing'],
  ] as const) {
    const heard = { id, direction: 'inbound', employee_id: piet.id, spoken_for: null, at: moment, opening }
    expect(await refusal(service, contactRow(kase, heard), ...resolve(kase, how))).toBe(answer)
  }
})

describe('no SQL resolves a case as answered', () => {
  test('without a contact', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    for (const outcome of ['answered', 'fixed', 'withdrawn'])
      expect(await refusal(service, ...resolve(kase, { outcome }))).toMatch(
        /^resolutions_customer_(was_told|withdrew)$/,
      )
    expect(await refusal(service, ...resolve(kase, { contact_moment: 'owner-reached' }))).toBe(
      'resolutions_contact_has_a_moment',
    )
    expect(await refusal(service, ...resolve(kase, { outcome: 'forwarded' }))).toBe(
      'resolutions_outcome_is_known',
    )
  })

  test('with the contact of another case', async () => {
    const { take } = await setScene(service)
    const [kase, other] = [await take(), await take()]
    const id = randomUUID()
    const contact = contactRow(other, { id, direction: 'inbound', spoken_for: null, answered: 'true' })
    const how = { contact_id: id, contact_moment: 'colleague-answered' }
    expect(await refusal(service, contact, ...resolve(kase, how))).toBe('resolutions_contact_was_that_moment')
  })

  test('by the owner’s word that kept nothing', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const id = randomUUID()
    const how = { contact_id: id, contact_moment: 'owner-reached' }
    expect(await refusal(service, contactRow(kase, { id }), ...resolve(kase, how))).toBe(
      'resolutions_keep_the_callback',
    )
    // Nor by another word than the one that kept it, or by one that moved the promise.
    const other = randomUUID()
    const both = [contactRow(kase, { id }), contactRow(kase, { id: other })]
    expect(await refusal(service, ...both, ...resolve(kase, how, other))).toBe(
      'resolutions_keep_the_callback',
    )
    // Of two things that are wrong, the first one is said: nothing was kept, and the word is older than the promise.
    const old = contactRow(kase, { id, at: `now() - '1 day'::interval`, recorded_at: 'now()' })
    expect(await refusal(service, old, ...resolve(kase, how))).toBe('resolutions_keep_the_callback')
    const steps = [contactRow(kase, { id }), ...moved(kase, id, other)]
    expect(await refusal(service, ...steps, ...resolve({ ...kase, callback: { id: other } }, how))).toBe(
      'resolutions_keep_the_callback',
    )
  })

  test('with a contact of before the promise', async () => {
    const { resolved, piet, sanne } = await setScene(service)
    const kase = await resolved()
    const body = { ...inbound, answered: true }
    await service.do('POST', `/v1/cases/${kase.id}/contacts`, { as: piet.id, body })
    const contactId = await contactOf(service, kase, 'colleague-answered')
    const reopened = await service.do('POST', `/v1/cases/${kase.id}/reopen`, { as: sanne.id, body: {} })
    const how = { contact_id: contactId, contact_moment: 'colleague-answered' }
    expect(await refusal(service, ...resolve(reopened, how))).toBe('resolutions_customer_was_told')
    const opening = { contact_id: await contactOf(service, kase, 'opening'), contact_moment: 'opening' }
    expect(await refusal(service, ...resolve(reopened, opening))).toBe('resolutions_customer_was_told')
    expect(await refusal(service, ...resolve(reopened, { ...opening, outcome: 'withdrawn' }))).toMatch(
      /^resolutions_customer_(was_told|withdrew)$/,
    )
  })

  test('with the resolution that ended it before, once the promise after it was kept', async () => {
    const { resolved, sanne } = await setScene(service)
    const kase = await resolved()
    const { rows } = await service.sql.query(
      'select resolution_id as id, resolved_at::text as at from cases where id = $1',
      [kase.id],
    )
    const { callback } = await service.do('POST', `/v1/cases/${kase.id}/reopen`, { as: sanne.id, body: {} })
    const id = randomUUID()
    const kept = `update callbacks set state = 'kept', closed_at = now(), contact_id = '${id}', contact_moment = 'owner-reached' where id = '${callback.id}'`
    const back = changeCase(
      kase.id,
      `callback_id = null, resolution_id = '${rows[0].id}', resolved_at = '${rows[0].at}'`,
    )
    expect(await refusal(service, contactRow(kase, { id }), kept, back)).toBe('events_tell_of_it_once')
    const untold = back.replace(/'\{.*\}'/, `'{}'`)
    expect(await refusal(service, contactRow(kase, { id }), kept, untold)).toBe(
      'cases_change_is_in_the_history',
    )
  })

  test('with the resolution of another case', async () => {
    const { take, resolved } = await setScene(service)
    const [kase, other] = [await take(), await resolved()]
    const { rows } = await service.sql.query(
      'select resolution_id as id, resolved_at::text as at from cases where id = $1',
      [other.id],
    )
    const id = randomUUID()
    const kept = `update callbacks set state = 'kept', closed_at = now(), contact_id = '${id}', contact_moment = 'owner-reached' where id = '${kase.callback.id}'`
    const steal = changeCase(
      kase.id,
      `callback_id = null, resolution_id = '${rows[0].id}', resolved_at = '${rows[0].at}'`,
    )
    expect(await refusal(service, contactRow(kase, { id }), kept, steal)).toBe(
      'cases_resolved_has_its_resolution',
    )
    // Nor for a moment, after which it goes on as if nothing were.
    const back = changeCase(
      kase.id,
      `callback_id = '${kase.callback.id}', resolution_id = null, resolved_at = null`,
    )
    expect(await refusal(service, steal, back)).toBe('cases_resolved_has_its_resolution')
  })
})

test('no SQL rewrites how a case ended', async () => {
  const { resolved } = await setScene(service)
  const kase = await resolved()
  for (const set of [
    `outcome = 'withdrawn'`,
    `summary = 'Else.'`,
    'contact_id = null, contact_moment = null',
    'at = now()',
  ])
    expect(await refusal(service, `update resolutions set ${set} where case_id = '${kase.id}'`)).toBe(
      'resolutions_are_history',
    )
  expect(await refusal(service, 'delete from resolutions')).toBe('resolutions_are_history')
  expect(await refusal(service, 'truncate resolutions cascade')).toMatch(/_history$|_stands$|_stay$|_final$/)
  const [id, contactId] = [randomUUID(), randomUUID()]
  const other = resolutionRow(kase, {
    id,
    outcome: 'withdrawn',
    contact_id: contactId,
    contact_moment: 'customer-called-owner',
  })
  const swap = changeCase(kase.id, `resolution_id = '${id}', resolved_at = now()`)
  expect(await refusal(service, contactRow(kase, { id: contactId, direction: 'inbound' }), other, swap)).toBe(
    'cases_resolved_has_its_resolution',
  )
  expect(await refusal(service, changeCase(kase.id, `resolved_at = resolved_at - '1 day'::interval`))).toBe(
    'cases_resolved_has_its_resolution',
  )
})

describe('no SQL ends a case as a duplicate', () => {
  const duplicate = (kase: Kase, of: string | null) =>
    resolve(kase, { outcome: 'duplicate', duplicate_of: of })

  test('of nothing, of itself, or of what is no case', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    expect(await refusal(service, ...duplicate(kase, null))).toBe('resolutions_duplicate_names_a_case')
    expect(await refusal(service, ...duplicate(kase, kase.id))).toBe('resolutions_duplicate_names_a_case')
    expect(await refusal(service, ...duplicate(kase, randomUUID()))).toBe('resolutions_older_case_exists')
    expect(await refusal(service, ...resolve(kase, { outcome: 'withdrawn', duplicate_of: kase.id }))).toMatch(
      /^resolutions_(duplicate_names_a_case|customer_withdrew)$/,
    )
  })

  test('of a younger one, of a resolved one, or of another customer’s', async () => {
    const { take, resolved } = await setScene(service)
    const { take: takeOther } = await setScene(service)
    const [strange, ended, older, kase, younger] = [
      await takeOther(),
      await resolved(),
      await take(),
      await take({ contact: { summary: 'Why?' } }),
      await take(),
    ]
    for (const of of [strange, ended, younger])
      expect(await refusal(service, ...duplicate(kase, of.id))).toBe(
        'resolutions_duplicate_is_older_and_open',
      )
    expect(await refusal(service, ...duplicate(kase, older.id))).toBe('nothing')
    // In whatever contact it turned out, also in one of before the promise.
    const id = randomUUID()
    const old = { id, direction: 'inbound', channel: 'letter', at: `now() - '1 day'::interval` }
    for (const [contact_id, contact_moment] of [
      [await contactOf(service, kase, 'opening'), 'opening'],
      [id, 'customer-contacted-us'],
    ] as const) {
      const found = { outcome: 'duplicate', duplicate_of: older.id, contact_id, contact_moment }
      expect(await refusal(service, contactRow(kase, old), ...resolve(kase, found))).toBe('nothing')
    }
  })
})

describe('no SQL calls it no question', () => {
  const end = (kase: Kase) => resolve(kase, { outcome: 'notAQuestion' })

  test('when an employee opened it, or spoke about it', async () => {
    const { take, customer, piet } = await setScene(service)
    for (const fields of [{}, { channel: 'letter' }])
      expect(await refusal(service, ...end(await take(fields)))).toBe(
        'resolutions_not_a_question_is_a_systems',
      )
    const kase = await service.do('POST', '/v1/cases', {
      body: { customerId: customer.id, question: 'BUY NOW' },
    })
    expect(await refusal(service, ...end(kase))).toBe('nothing')
    const spoken = contactRow(kase, { direction: 'inbound', employee_id: piet.id, spoken_for: null })
    expect(await refusal(service, spoken, ...end(kase))).toBe('resolutions_not_a_question_is_a_systems')
    // The call that opened it says nothing where it was answered after all, and only there; nor does a later one.
    const id = randomUUID()
    const opening = { id, direction: 'inbound', opening: 'true', employee_id: piet.id, spoken_for: null }
    const elsewhere = { direction: 'inbound', from: '+31612345678', to: '204' }
    await service.do('POST', '/v1/calls', { body: { ...elsewhere, callId: randomUUID(), event: 'answered' } })
    const call = (answered: 'true' | 'false') =>
      insert('calls', {
        ...{ id: randomUUID(), call_id: randomUUID(), direction: 'inbound', rang: 'true', answered },
        ...{ at: `now() - '1 minute'::interval`, answered_by_id: piet.id },
        ...{ contact_id: id, case_id: kase.id, customer_id: customer.id },
      })
    for (const [row, answer, ...calls] of [
      [{ outcome: 'reached' }, 'nothing', call('true')],
      [{ outcome: 'reached' }, 'resolutions_not_a_question_is_a_systems'],
      [{ outcome: 'no-answer' }, 'resolutions_not_a_question_is_a_systems', call('false')],
      [{ opening: 'false' }, 'resolutions_not_a_question_is_a_systems', call('true')],
    ] as const)
      expect(await refusal(service, contactRow(kase, { ...opening, ...row }), ...calls, ...end(kase))).toBe(
        answer,
      )
    const tried = tryRow({
      id: randomUUID(),
      callback_id: kase.callback.id,
      outcome: 'voicemail',
      at: 'now()',
      day: 'now()::date',
      employee_id: kase.owner.id,
      recorded_at: 'now()',
    })
    expect(await refusal(service, tried, ...end(kase))).toBe('resolutions_not_a_question_is_a_systems')
    expect(await refusal(service, changeCase(kase.id, `opened_by_kind = 'employee'`))).toBe(
      'cases_opening_is_history',
    )
  })
})

test('a call that was answered after all ends its question by whoever answered it, and by no colleague else', async () => {
  const { team, customer } = await setScene(service)
  const [answers, another] = [
    await service.employee({ teamId: team.id }),
    await service.employee({ teamId: team.id }),
  ]
  const kase = await service.do('POST', '/v1/cases', { body: { customerId: customer.id, question: 'BUY' } })
  const id = randomUUID()
  const opening = { id, direction: 'inbound', opening: 'true', spoken_for: null, recorded_by_kind: 'system' }
  const call = (answered: 'true' | 'false') => [
    contactRow(kase, {
      ...opening,
      outcome: answered === 'true' ? 'reached' : 'missed',
      employee_id: answered === 'true' ? answers.id : null,
    }),
    insert('calls', {
      ...{ id: randomUUID(), call_id: randomUUID(), direction: 'inbound', rang: 'true', answered },
      ...{ at: `now() - '1 minute'::interval`, answered_by_id: answers.id },
      ...{ contact_id: id, case_id: kase.id, customer_id: customer.id },
    }),
  ]
  for (const [outcome, by, ...steps] of [
    ['nothing', answers, ...call('true')],
    ['resolutions_are_the_owners', another, ...call('true')],
    ['resolutions_are_the_owners', another],
    ['resolutions_are_the_owners', answers, ...call('false')],
  ] as const) {
    const ends = resolve(kase, { outcome: 'notAQuestion', resolved_by_id: by.id })
    expect(await refusal(service, ...steps, ...ends)).toBe(outcome)
  }
})

describe('no SQL gives a customer up', () => {
  const tried = (kase: Kase, days: readonly number[], message = true, pause = 120): string[] =>
    [
      ...days.map((day) => [day, 'no-answer'] as const),
      ...(message ? [[0, 'message-sent'] as const] : []),
    ].map(([day, outcome], n) => {
      // The pause apart, in the order of the days; from the morning on, so that no evening makes two days of one.
      const at = `date_trunc('day', now(), 'UTC') + '${day + 1} days 8 hours ${n * pause} minutes'::interval`
      return tryRow({
        id: randomUUID(),
        callback_id: kase.callback.id,
        outcome,
        at,
        day: `(now() at time zone 'UTC')::date + ${day + 1}`,
        employee_id: kase.owner.id,
        recorded_at: at,
      })
    })
  const giveUp = (kase: Kase) => resolve(kase, { outcome: 'unreachable' })

  test.each<[string, readonly number[], boolean, string]>([
    ['untried', [], false, 'resolutions_not_yet_unreachable'],
    ['with a message alone', [], true, 'resolutions_not_yet_unreachable'],
    ['after too few tries', [0, 1], true, 'resolutions_not_yet_unreachable'],
    ['after tries on one day', [0, 0, 0, 0], true, 'resolutions_not_yet_unreachable'],
    ['without a message', [0, 1, 2], false, 'resolutions_not_yet_unreachable'],
    ['before the agreement is met; met it is', [0, 0, 1], true, 'nothing'],
  ])('%s', async (_, days, message, constraint) => {
    const { take } = await setScene(service)
    const kase = await take()
    expect(await refusal(service, ...tried(kase, days, message), ...giveUp(kase))).toBe(constraint)
  })

  test('by tries without the pause between them', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    expect(await refusal(service, ...tried(kase, [0, 0, 1], true, 119), ...giveUp(kase))).toBe(
      'resolutions_not_yet_unreachable',
    )
  })

  test('by the owner’s calls in vain, and a letter to them: those are tries and a message as well', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const call = (at: string) => contactRow(kase, { outcome: 'no-answer', at: `now() + '${at}'::interval` })
    const calls = ['0 hours', '2 hours', '1 day'].map(call)
    const letter = contactRow(kase, { channel: 'letter', outcome: 'message-sent' })
    expect(await refusal(service, ...calls, letter, ...giveUp(kase))).toBe('nothing')
    const early = contactRow(kase, {
      channel: 'letter',
      outcome: 'message-sent',
      at: `now() - '1 day'::interval`,
    })
    expect(await refusal(service, ...calls, early, ...giveUp(kase))).toBe('resolutions_not_yet_unreachable')
    const others = contactRow(kase, { direction: 'inbound', channel: 'letter' })
    expect(await refusal(service, ...calls, others, ...giveUp(kase))).toBe('resolutions_not_yet_unreachable')
    expect(await refusal(service, ...calls.slice(1), letter, ...giveUp(kase))).toBe(
      'resolutions_not_yet_unreachable',
    )
  })

  test('by tries of before one of ours spoke with them', async () => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    const call = (at: string) => contactRow(kase, { outcome: 'no-answer', at: `now() + '${at}'::interval` })
    const calls = ['0 hours', '2 hours', '1 day'].map(call)
    const letter = contactRow(kase, { channel: 'letter', outcome: 'message-sent' })
    const spoken = (at: string) =>
      contactRow(kase, {
        direction: 'inbound',
        employee_id: piet.id,
        spoken_for: null,
        at: `now() + '${at}'::interval`,
      })
    expect(await refusal(service, ...calls, letter, spoken('25 hours'), ...giveUp(kase))).toBe(
      'resolutions_not_yet_unreachable',
    )
    expect(await refusal(service, spoken('-1 minute'), ...calls, letter, ...giveUp(kase))).toBe('nothing')
  })

  test('where its case comes to the team as it does so; its words may change', async () => {
    const { take } = await setScene(service)
    const [kase, { id: away }] = [await take(), await service.team()]
    for (const [set, outcome] of [
      [`team_id = '${away}'`, 'resolutions_not_yet_unreachable'],
      [`subject = 'Twice'`, 'nothing'],
    ] as const) {
      const goes = set.includes(away)
        ? ['set constraints all deferred', `update employees set ${set} where id = '${kase.owner.id}'`]
        : []
      const change = [...goes, changeCase(kase.id, set)]
      expect(await refusal(service, ...change, ...tried(kase, [0, 0, 1]), ...giveUp(kase))).toBe(outcome)
    }
  })

  test('and leaves the team by whose agreement it is done', async () => {
    const { take } = await setScene(service)
    const [kase, { id: away }] = [await take(), await service.team()]
    const leaves = `update employees set team_id = '${away}' where id = '${kase.owner.id}'`
    expect(await refusal(service, ...tried(kase, [0, 0, 1]), ...giveUp(kase), leaves)).toBe(
      'resolutions_not_yet_unreachable',
    )
  })

  test('by the agreement of a team that its owner is not of', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const { id: easy } = await service.team({ agreements: { attempts: 1, attemptDays: 1 } })
    const [made = '', released = ''] = giveUp(kase)
    const id = /resolution_id = '([^']+)'/.exec(released)?.[1]
    const event = (n: number, type: string, data: string) =>
      `insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
        select gen_random_uuid(), '${type}', now(), id, version + ${n}, 'system', '${data}' from cases where id = '${kase.id}'`
    const ends = [
      event(1, 'case.changed', '{}'),
      event(2, 'case.resolved', `{"resolutionId": "${id}"}`),
      `update cases set team_id = '${easy}', callback_id = null, resolution_id = '${id}', resolved_at = now(), version = version + 2
        where id = '${kase.id}'`,
    ]
    expect(
      await refusal(service, 'set constraints all deferred', ...tried(kase, [0]), made, released, ...ends),
    ).toBe('resolutions_not_yet_unreachable')
  })

  test('by what a stand-in tried before they stood in', async () => {
    const { take, team, sanne, piet } = await setScene(service)
    const colleague = await service.employee({ teamId: team.id })
    const now = Temporal.Now.instant().round('millisecond')
    const ago = (hours: number) => String(now.subtract({ hours }))
    service.clock.now = Temporal.Instant.from(ago(72))
    const kase = await take()
    await coverAbsence(service, { owner: sanne.id, by: piet.id, from: ago(36), until: ago(-24) })
    // Before, they stood in for somebody else.
    await coverAbsence(service, { owner: colleague.id, by: piet.id, from: ago(72), until: ago(36) })
    const attempt = (outcome: string, hours: number, row: Row = {}) =>
      tryRow({
        ...{ id: randomUUID(), callback_id: kase.callback.id, outcome, at: ago(hours), day: 'now()::date' },
        ...{ employee_id: piet.id, recorded_at: 'now()', ...row },
      })
    const contact = (outcome: string, hours: number, row: Row = {}) =>
      contactRow(kase, {
        ...{ employee_id: piet.id, outcome, at: ago(hours), recorded_at: 'now()' },
        ...(outcome === 'message-sent' && { channel: 'letter' }),
        ...row,
      })
    // Recorded while they stood in, by a clock by which they did no more.
    const past = (minutes: number) => String(now.add({ minutes: 24 * 60 + minutes }))
    const ahead = { at: past(1), recorded_at: past(-1) }
    for (const [way, tried] of Object.entries({ attempt, contact })) {
      const tries = (first: number, letter = 1, row: Row = {}) => [
        ...[first, 30, 2].map((hours) => tried('no-answer', hours)),
        tried('message-sent', letter, row),
      ]
      for (const told of [tries(34), tries(34, 1, ahead)])
        expect(await refusal(service, ...told, ...giveUp(kase)), way).toBe('nothing')
      for (const early of [tries(37), tries(34, 37)])
        expect(await refusal(service, ...early, ...giveUp(kase)), way).toBe('resolutions_not_yet_unreachable')
    }
  })

  test('by a try in the very moment in which one of ours spoke with them; one in that of the promise counts', async () => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    const later = (span: string) =>
      `(select made_at + interval '${span}' from callbacks where id = '${kase.callback.id}')::timestamptz`
    const attempt = (outcome: string, at: string, contact_id: string | null = null) =>
      tryRow({
        ...{ id: randomUUID(), callback_id: kase.callback.id, outcome, at, day: 'now()::date', contact_id },
        ...{ employee_id: kase.owner.id, recorded_at: `greatest(now(), ${at})` },
      })
    /** A try and the contact that it was: they count as one. */
    const both = (at: string) => {
      const id = randomUUID()
      return `${contactRow(kase, { id, outcome: 'busy', at })}; ${attempt('busy', at, id)}`
    }
    const spans = ['0', '2 hours', '1 day'].map(later)
    const heard = { direction: 'inbound', employee_id: piet.id, spoken_for: null }
    const spoken = contactRow(kase, { ...heard, at: later('0') })
    const opened = contactRow(kase, { ...heard, at: later('0'), opening: 'true' })
    const letter = { channel: 'letter', outcome: 'message-sent', at: later('1 day') }
    const ways = {
      attempts: [(at: string) => attempt('busy', at), attempt('message-sent', later('1 day'))],
      contacts: [(at: string) => contactRow(kase, { outcome: 'busy', at }), contactRow(kase, letter)],
      both: [both, contactRow(kase, letter)],
    } as const
    for (const [way, [tried, message]] of Object.entries(ways)) {
      const tries = [...spans.map(tried), message]
      const since = [...['1 ms', '3 hours', '1 day'].map((span) => tried(later(span))), message]
      for (const told of [tries, [opened, ...tries], [spoken, ...since]])
        expect(await refusal(service, ...told, ...giveUp(kase)), way).toBe('nothing')
      expect(await refusal(service, spoken, ...tries, ...giveUp(kase)), way).toBe(
        'resolutions_not_yet_unreachable',
      )
    }
    // A call of before the promise, of which was told since, is none.
    const before = contactRow(kase, { outcome: 'busy', at: later('-1 ms'), recorded_at: later('0') })
    const late = [before, ...['2 hours', '1 day'].map((span) => ways.contacts[0](later(span)))]
    expect(await refusal(service, ...late, contactRow(kase, letter), ...giveUp(kase))).toBe(
      'resolutions_not_yet_unreachable',
    )
    // What was taken for a try, and was the call in which they spoke, is none.
    const call = randomUUID()
    const answered = (contact: string | null) => [
      contactRow(kase, { id: call, at: later('0') }),
      attempt('busy', later('1 ms'), contact),
      ...['3 hours', '1 day'].map((span) => attempt('busy', later(span))),
      attempt('message-sent', later('1 day')),
      `update callbacks set attempts = ${contact === null ? 4 : 3} where id = '${kase.callback.id}'`,
    ]
    expect(await refusal(service, ...answered(null), ...giveUp(kase))).toBe('nothing')
    expect(await refusal(service, ...answered(call), ...giveUp(kase))).toBe('resolutions_not_yet_unreachable')
    // Nor is a mail that nobody answers, or a call that was on record before the promise; and a try that was a call is one.
    const second = later('2 hours')
    const called = (row: Readonly<Record<string, string>>) =>
      contactRow(kase, { outcome: 'busy', at: later('0'), ...row })
    for (const two of [
      [called({ channel: 'email' }), attempt('busy', second)],
      [called({ recorded_at: later('-1 ms') }), attempt('busy', second)],
      [called({ id: call, at: second }), attempt('busy', later('0'), call)],
    ]) {
      const tries = [...two, attempt('busy', later('1 day')), contactRow(kase, letter)]
      expect(await refusal(service, ...tries, ...giveUp(kase))).toBe('resolutions_not_yet_unreachable')
    }
  })

  test('with the tries of another case, or of a promise before', async () => {
    const { take, sanne } = await setScene(service)
    const [kase, another] = [await take(), await take()]
    expect(await refusal(service, ...tried(another, [0, 1, 2]), ...giveUp(kase))).toBe(
      'resolutions_not_yet_unreachable',
    )
    const [told, later] = [randomUUID(), randomUUID()]
    const contact = contactRow(kase, { id: told })
    const other = { ...kase, callback: { id: later } }
    const enough = tried(kase, [0, 0, 1])
    expect(await refusal(service, contact, ...enough, ...giveUp(kase))).toBe('nothing')
    expect(await refusal(service, contact, ...enough, ...moved(kase, told, later), ...giveUp(other))).toBe(
      'resolutions_not_yet_unreachable',
    )
    for (const outcome of ['no-answer', 'no-answer', 'no-answer', 'message-sent'])
      await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
        as: sanne.id,
        body: { outcome },
      })
    const body = { reason: 'They asked.', contact: inbound }
    const next = await service.do('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
      as: sanne.id,
      body,
    })
    expect(await refusal(service, ...giveUp({ ...kase, callback: next }))).toBe(
      'resolutions_not_yet_unreachable',
    )
  })
})

test('fifty at once, each in another way: a case ends once, in one of them', async () => {
  const { take, sanne, piet } = await setScene(service)
  const [older, kase] = [await take(), await take()]
  const called = await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
    as: piet.id,
    body: { ...inbound, answered: true },
  })
  const bodies = [
    { outcome: 'answered', summary: 'Called.', contact: outbound },
    { outcome: 'fixed', summary: 'They called.', contact: inbound },
    { outcome: 'answered', summary: 'Piet told.', contactId: called.id },
    { outcome: 'withdrawn', summary: 'Never mind.', contact: inbound },
    { outcome: 'duplicate', summary: 'The same.', duplicateOf: older.id },
    { outcome: 'unreachable', summary: 'Nobody.' },
    { outcome: 'notAQuestion', summary: 'Spam.' },
  ]
  const answers = await atOnce(
    [service, beside],
    (to, n): Promise<Answer> =>
      to.call('POST', `/v1/cases/${kase.id}/resolve`, { as: sanne.id, body: bodies[n % bodies.length] }),
  )
  const counts = tally(answers)
  expect(counts['200']).toBe(1)
  expect(
    Object.keys(counts).filter(
      (name) => !/^(200|409 case-is-resolved|422 (not-yet-unreachable|is-a-question))$/.test(name),
    ),
  ).toEqual([])
})

test('fifty at once: of a chain of duplicates none points at a case that is gone', async () => {
  const { take, sanne } = await setScene(service)
  const chain: Answer['body'][] = []
  for (let n = 0; n < 8; n++) chain.push(await take())
  const answers = await atOnce([service, beside], (to, n): Promise<Answer> => {
    const kase = chain[1 + (n % 7)]
    const body =
      n % 3 === 2
        ? { outcome: 'answered', summary: 'Told.', contact: outbound }
        : { outcome: 'duplicate', summary: 'The same.', duplicateOf: chain[n % 7].id }
    return to.call('POST', `/v1/cases/${kase.id}/resolve`, { as: sanne.id, body })
  })
  expect(
    Object.keys(tally(answers)).filter(
      (name) => !/^(200|409 case-is-resolved|422 not-a-duplicate)$/.test(name),
    ),
  ).toEqual([])
})
