import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { outbound, setScene, soon } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { callbackRow, changeCase, contactOf, contactRow, refusal, resolutionRow } from './script.ts'

const service = useService()
const beside = useInstance(service)

interface Kase {
  readonly id: string
  readonly owner: { readonly id: string }
  readonly callback: { readonly id: string }
}

const told = (kase: Kase, id: string) => contactRow(kase, { id })

/** Replaces a case's callback by another of which the customer was told by a contact. */
const rescheduled = (kase: Kase, replacedBy: string, contactId: string, moment = 'owner-reached') =>
  `update callbacks set state = 'rescheduled', closed_at = now(), replaced_by = '${replacedBy}', reason = 'The bank is closed.',
    contact_id = '${contactId}', contact_moment = '${moment}' where id = '${kase.callback.id}'`

const promised = (kase: Kase, id: string, row: Record<string, string> = {}) => [
  callbackRow(kase, { id, ...row }),
  changeCase(kase.id, `callback_id = '${id}'`),
]

test('a script replaces a promise like this', async () => {
  const { take } = await setScene(service)
  const kase = await take()
  const [contactId, next] = [randomUUID(), randomUUID()]
  expect(
    await refusal(
      service,
      told(kase, contactId),
      rescheduled(kase, next, contactId),
      ...promised(kase, next),
    ),
  ).toBe('nothing')
})

describe('no SQL moves an open promise', () => {
  test.each([
    `window_until = window_until + '1 hour'::interval`,
    `window_from = window_from - '1 hour'::interval, window_until = window_until - '1 hour'::interval`,
    `made_at = made_at - '1 day'::interval`,
    `channel = 'pickup'`,
    `address = '+31687654321'`,
    `address = null`,
    'computed = not computed',
    'id = gen_random_uuid()',
  ])('%s', async (set) => {
    const { take } = await setScene(service)
    const { callback } = await take()
    expect(await refusal(service, `update callbacks set ${set} where id = '${callback.id}'`)).toBe(
      'callbacks_promise_stands',
    )
  })

  test('nor lets its window run backwards', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const contactId = randomUUID()
    const from = `now() + '2 hours'::interval`
    for (const until of [from, `now() + '1 hour'::interval`]) {
      const next = randomUUID()
      const statements = [
        told(kase, contactId),
        ...promised(kase, next, { window_from: from, window_until: until }),
        rescheduled(kase, next, contactId),
      ]
      expect(await refusal(service, ...statements)).toBe('callbacks_window_runs_forward')
    }
  })
})

describe('no SQL reschedules', () => {
  test('without a replacement', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const contactId = randomUUID()
    const nothing = rescheduled(kase, randomUUID(), contactId).replace(
      /replaced_by = '[^']*'/,
      'replaced_by = null',
    )
    expect(await refusal(service, told(kase, contactId), nothing)).toBe('callbacks_rescheduled_was_told')
    const [next, nowhere] = [randomUUID(), randomUUID()]
    const statements = [told(kase, contactId), rescheduled(kase, nowhere, contactId), ...promised(kase, next)]
    expect(await refusal(service, ...statements)).toBe('callbacks_replacement_exists')
  })

  test('to itself', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const [contactId, next] = [randomUUID(), randomUUID()]
    const statements = [
      told(kase, contactId),
      rescheduled(kase, kase.callback.id, contactId),
      ...promised(kase, next),
    ]
    expect(await refusal(service, ...statements)).toMatch(/^callbacks_replacement_(is_another|exists)$/)
  })

  test('to the promise of another case', async () => {
    const { take } = await setScene(service)
    const [kase, other] = [await take(), await take()]
    const [contactId, next] = [randomUUID(), randomUUID()]
    const statements = [
      told(kase, contactId),
      rescheduled(kase, other.callback.id, contactId),
      ...promised(kase, next),
    ]
    expect(await refusal(service, ...statements)).toBe('callbacks_replacement_exists')
  })

  test('to a promise that ended before', async () => {
    const { take, sanne } = await setScene(service)
    const kase = await take()
    const body = { reason: 'The bank is closed.', contact: outbound }
    const second = await service.do('POST', `/v1/callbacks/${kase.callback.id}/reschedule`, {
      as: sanne.id,
      body,
    })
    const [contactId, next] = [randomUUID(), randomUUID()]
    const back = rescheduled({ ...kase, callback: second }, kase.callback.id, contactId)
    expect(await refusal(service, told(kase, contactId), back, ...promised(kase, next))).toBe(
      'callbacks_replacement_exists',
    )
  })

  test('out of a case that is resolved at that moment', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const [contactId, resolution] = [randomUUID(), randomUUID()]
    const statements = [
      contactRow(kase, { id: contactId, direction: 'inbound' }),
      rescheduled(kase, kase.callback.id, contactId, 'customer-called-owner'),
      resolutionRow(kase, {
        id: resolution,
        outcome: 'withdrawn',
        contact_id: contactId,
        contact_moment: 'customer-called-owner',
      }),
      changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
    ]
    expect(await refusal(service, ...statements)).toMatch(/^callbacks_replacement_(is_another|exists)$/)
  })

  test('without a reason, or without telling the customer', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const [contactId, next] = [randomUUID(), randomUUID()]
    const full = rescheduled(kase, next, contactId)
    for (const [find, put] of [
      [/reason = '[^']*'/, 'reason = null'],
      [/contact_id = '[^']*',\s*contact_moment = '[^']*'/, 'contact_id = null, contact_moment = null'],
    ] as const) {
      const half = full.replace(find, put)
      expect(half).not.toBe(full)
      expect(await refusal(service, told(kase, contactId), half, ...promised(kase, next))).toBe(
        'callbacks_rescheduled_was_told',
      )
    }
    const missed = contactRow(kase, { id: contactId, outcome: 'voicemail' })
    const silent = rescheduled(kase, next, contactId, 'not-reached')
    expect(await refusal(service, missed, silent, ...promised(kase, next))).toBe(
      'callbacks_rescheduled_was_told',
    )
    expect(await refusal(service, missed, full, ...promised(kase, next))).toBe(
      'callbacks_contact_was_that_moment',
    )
  })

  test('with a contact about another case, or one that is older than the promise', async () => {
    const { take } = await setScene(service)
    const [kase, other] = [await take(), await take()]
    const [contactId, next] = [randomUUID(), randomUUID()]
    const elsewhere = [told(other, contactId), rescheduled(kase, next, contactId), ...promised(kase, next)]
    expect(await refusal(service, ...elsewhere)).toBe('callbacks_contact_was_that_moment')
    const opening = await contactOf(service, kase, 'opening')
    const older = [rescheduled(kase, next, opening, 'opening'), ...promised(kase, next)]
    expect(await refusal(service, ...older)).toBe('callbacks_rescheduled_was_told')
  })
})

test('no SQL reschedules by what a stand-in told the customer before they stood in, and by what they heard then', async () => {
  const { take, sanne, piet } = await setScene(service)
  const now = Temporal.Now.instant().round('millisecond')
  const ago = (minutes: number) => String(now.subtract({ minutes }))
  service.clock.now = Temporal.Instant.from(ago(60))
  const kase = await take()
  await coverAbsence(service, { owner: sanne.id, by: piet.id, from: ago(30), until: ago(-60) })
  for (const [direction, moment, minutes, opening, answer] of [
    ['outbound', 'owner-reached', 30, 'false', 'nothing'],
    ['outbound', 'owner-reached', 31, 'false', 'callbacks_rescheduled_was_told'],
    ['inbound', 'customer-called-owner', 31, 'false', 'nothing'],
    // What opened the case came before what was promised then.
    ['outbound', 'owner-reached', 30, 'true', 'callbacks_rescheduled_was_told'],
    ['inbound', 'opening', 30, 'true', 'callbacks_rescheduled_was_told'],
  ] as const) {
    const [id, next] = [randomUUID(), randomUUID()]
    const said = { direction, opening, employee_id: piet.id, at: ago(minutes), recorded_at: 'now()' }
    const steps = [
      contactRow(kase, { id, ...said }),
      rescheduled(kase, next, id, moment),
      ...promised(kase, next),
    ]
    expect([moment, minutes, await refusal(service, ...steps)]).toEqual([moment, minutes, answer])
  }
})

describe('no SQL rewrites how a promise ended', () => {
  test.each([
    `state = 'kept'`,
    `state = 'open', closed_at = null, replaced_by = null, reason = null, contact_id = null, contact_moment = null`,
    `closed_at = window_from`,
    `reason = 'They asked for it.'`,
    `replaced_by = id`,
    'version = version + 1',
    'attempts = 0',
    'owner_id = owner_id',
  ])('%s', async (set) => {
    const { take, sanne } = await setScene(service)
    const { callback } = await take()
    const body = { reason: 'The bank is closed.', contact: outbound }
    await service.do('POST', `/v1/callbacks/${callback.id}/reschedule`, { as: sanne.id, body })
    expect(await refusal(service, `update callbacks set ${set} where id = '${callback.id}'`)).toBe(
      'callbacks_promise_stands',
    )
  })

  test('nor how late it was', async () => {
    const { take } = await setScene(service)
    const { callback } = await take()
    expect(
      await refusal(service, `update callbacks set late_seconds = null where id = '${callback.id}'`),
    ).toMatch(/^428C9/)
  })

  test('nor deletes it, nor makes one that has ended already', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    expect(await refusal(service, `delete from callbacks where id = '${kase.callback.id}'`)).toBe(
      'callbacks_promise_stands',
    )
    expect(await refusal(service, 'delete from callbacks')).toBe('callbacks_promise_stands')
    const contactId = randomUUID()
    const ready = callbackRow(kase, {
      state: 'kept',
      closed_at: 'now()',
      contact_id: contactId,
      contact_moment: 'owner-reached',
    })
    expect(await refusal(service, told(kase, contactId), ready)).toBe('callbacks_promise_stands')
  })

  test('nor the tries at keeping it', async () => {
    const { take, sanne } = await setScene(service)
    const { callback } = await take()
    await service.do('POST', `/v1/callbacks/${callback.id}/attempts`, {
      as: sanne.id,
      body: { outcome: 'no-answer' },
    })
    for (const statement of [
      'update callback_attempts set day = day - 1',
      'delete from callback_attempts',
      'truncate callback_attempts',
    ])
      expect(await refusal(service, statement)).toBe('callback_attempts_are_history')
  })
})

describe('no SQL releases a promise', () => {
  test('while its case stays open', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const release = (id: string) =>
      `update callbacks set state = 'released', closed_at = now(), resolution_id = '${id}' where id = '${kase.callback.id}'`
    expect(await refusal(service, release(randomUUID()))).toMatch(
      /^callbacks_released_with_a_resolution$|^cases_open_has_its_callback$/,
    )
    const bare = `update callbacks set state = 'released', closed_at = now() where id = '${kase.callback.id}'`
    expect(await refusal(service, bare)).toBe('callbacks_released_with_its_case')
  })

  test('with a resolution of old, or of another case', async () => {
    const { take, resolved, sanne } = await setScene(service)
    const elsewhere = (await resolved()).resolution
    const kase = await resolved()
    const { rows } = await service.sql.query(
      'select resolution_id as id, resolved_at::text as at from cases where id = $1',
      [kase.id],
    )
    const [old] = rows
    const { callback } = await service.do('POST', `/v1/cases/${kase.id}/reopen`, { as: sanne.id, body: {} })
    const release = (id: string, at: string) =>
      `update callbacks set state = 'released', closed_at = ${at}, resolution_id = '${id}' where id = '${callback.id}'`
    const back = changeCase(
      kase.id,
      `callback_id = null, resolution_id = '${old.id}', resolved_at = '${old.at}'`,
    )
    expect(await refusal(service, release(old.id, `'${old.at}'`), back)).toMatch(
      /^callbacks_closed_have_a_moment$|^cases_resolved_has_its_resolution$/,
    )
    expect(await refusal(service, release(old.id, 'now()'), back)).toMatch(
      /^callbacks_released_with_a_resolution$|^cases_resolved_has_its_resolution$/,
    )
    const other = await take()
    expect(elsewhere.outcome).toBe('answered')
    const steal = `update callbacks set state = 'released', closed_at = '${old.at}', resolution_id = '${old.id}' where id = '${other.callback.id}'`
    expect(await refusal(service, steal)).toMatch(
      /^callbacks_(closed_have_a_moment|released_with_a_resolution)$/,
    )
  })
})

test('fifty at once: one of them replaces the promise, all others hear that it has ended', async () => {
  const { take, sanne, piet } = await setScene(service)
  const kase = await take()
  const answers = await atOnce([service, beside], (to, n): Promise<Answer> => {
    const url = `/v1/callbacks/${kase.callback.id}`
    if (n % 3 === 0)
      return to.call('POST', `${url}/attempts`, {
        as: sanne.id,
        body: { outcome: 'reached', then: { callback: {} } },
      })
    const body = { ...soon(9 + (n % 6)), reason: `Reason ${n}`, contact: outbound }
    return to.call('POST', `${url}/reschedule`, { as: n % 10 === 1 ? piet.id : sanne.id, body })
  })
  const counts = tally(answers)
  expect(counts['201']).toBe(1)
  expect(Object.keys(counts).sort()).toEqual(['201', '403 only-the-owner', '409 callback-is-closed'])
  const { rows } = await service.sql.query(`select count(*)::int as n from callbacks where case_id = $1`, [
    kase.id,
  ])
  expect(rows[0].n).toBe(2)
})

test('fifty at once: failed tries are all counted, and the promise stays', async () => {
  const { take, sanne } = await setScene(service)
  const kase = await take()
  const outcomes = ['no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent']
  const url = `/v1/callbacks/${kase.callback.id}/attempts`
  const answers = await atOnce([service, beside], (to, n) =>
    to.call('POST', url, { as: sanne.id, body: { outcome: outcomes[n % 5] } }),
  )
  expect(tally(answers)).toEqual({ 201: 50 })
  expect(await service.do('GET', `/v1/callbacks/${kase.callback.id}`)).toMatchObject({
    state: 'open',
    attempts: 50,
  })
})
