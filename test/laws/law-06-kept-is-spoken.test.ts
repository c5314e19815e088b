import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { callbackRow, changeCase, contactOf, contactRow, refusal } from './script.ts'
import { moveTo, successionRow } from './succession-script.ts'

const service = useService()
const beside = useInstance(service)

interface Kase {
  readonly id: string
  readonly owner: { readonly id: string }
  readonly callback: { readonly id: string }
}

/** Keeps the case's callback by a contact, and promises the next one. */
function keep(kase: Kase, contactId: string | null, moment: string | null): string[] {
  const next = randomUUID()
  const quoted = (value: string | null) => (value === null ? 'null' : `'${value}'`)
  return [
    `update callbacks set state = 'kept', closed_at = now(), contact_id = ${quoted(contactId)}, contact_moment = ${quoted(moment)}
      where id = '${kase.callback.id}'`,
    callbackRow(kase, { id: next }),
    changeCase(kase.id, `callback_id = '${next}'`),
  ]
}

test('a script keeps a callback like this', async () => {
  const { take } = await setScene(service)
  const kase = await take()
  const id = randomUUID()
  expect(await refusal(service, contactRow(kase, { id }), ...keep(kase, id, 'owner-reached'))).toBe('nothing')
})

test('a callback is kept by what is said in the very moment of its promise', async () => {
  const { take } = await setScene(service)
  const kase = await take()
  const id = randomUUID()
  const at = `(select made_at from callbacks where id = '${kase.callback.id}')::timestamptz`
  expect(await refusal(service, contactRow(kase, { id, at }), ...keep(kase, id, 'owner-reached'))).toBe(
    'nothing',
  )
})

describe('no SQL keeps a callback', () => {
  test('by no contact', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    expect(await refusal(service, ...keep(kase, null, null))).toBe('callbacks_kept_is_spoken')
    expect(await refusal(service, ...keep(kase, null, 'owner-reached'))).toBe(
      'callbacks_contact_has_a_moment',
    )
  })

  test('by a contact that does not exist', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    expect(await refusal(service, ...keep(kase, randomUUID(), 'owner-reached'))).toBe(
      'callbacks_contact_was_that_moment',
    )
  })

  test.each<[string, Record<string, string | null>, string]>([
    ['in which nobody answered', { outcome: 'no-answer' }, 'not-reached'],
    ['by voicemail', { outcome: 'voicemail' }, 'not-reached'],
    ['by a message on the telephone', { outcome: 'message-sent' }, 'not-reached'],
    [
      'with a colleague who answered',
      { direction: 'inbound', spoken_for: null, answered: 'true' },
      'colleague-answered',
    ],
    ['with a colleague', { direction: 'inbound', spoken_for: null }, 'customer-contacted-us'],
    ['with a system', { direction: 'inbound', spoken_for: null, employee_id: null }, 'customer-contacted-us'],
    ['that opened a case', { direction: 'inbound', opening: 'true' }, 'opening'],
  ])('by a contact %s, whatever it is called', async (_, row, moment) => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    const id = randomUUID()
    const contact = contactRow(kase, {
      id,
      ...(row.spoken_for === null && row.employee_id === undefined ? { employee_id: piet.id } : {}),
      ...row,
    })
    expect(await refusal(service, contact, ...keep(kase, id, moment))).toBe('callbacks_kept_is_spoken')
    for (const lie of ['owner-reached', 'customer-called-owner'])
      expect(await refusal(service, contact, ...keep(kase, id, lie))).toBe(
        'callbacks_contact_was_that_moment',
      )
  })

  test('by a contact about another case', async () => {
    const { take } = await setScene(service)
    const [kase, other] = [await take(), await take()]
    const id = randomUUID()
    expect(await refusal(service, contactRow(other, { id }), ...keep(kase, id, 'owner-reached'))).toBe(
      'callbacks_contact_was_that_moment',
    )
  })

  test('by the contact that kept the one before', async () => {
    const { take, sanne } = await setScene(service)
    const kase = await take()
    const body = { outcome: 'reached', summary: 'Half an answer.', then: { callback: {} } }
    const { case: after } = await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: sanne.id,
      body,
    })
    const contactId = await contactOf(service, kase, 'owner-reached')
    expect(await refusal(service, ...keep(after, contactId, 'owner-reached'))).toMatch(
      /^callbacks_kept_(is_spoken|by_one_contact)$/,
    )
  })

  test('by a contact that is older than the promise', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const id = randomUUID()
    const then = `now() - '1 hour'::interval`
    const made = (shift: string) =>
      `(select made_at ${shift} from callbacks where id = '${kase.callback.id}')::timestamptz`
    for (const older of [
      { at: then, recorded_at: then },
      { at: then, recorded_at: 'now()' },
      { at: made(''), recorded_at: made(`- interval '1 ms'`) },
    ])
      expect(
        await refusal(service, contactRow(kase, { id, ...older }), ...keep(kase, id, 'owner-reached')),
      ).toBe('callbacks_kept_is_spoken')
  })

  test('by a stand-in’s contact of before they stood in', async () => {
    const { take, sanne, piet, team } = await setScene(service)
    const now = Temporal.Now.instant().round('millisecond')
    service.clock.now = now.subtract({ minutes: 60 })
    const kase = await take()
    const [from, until] = [now.subtract({ minutes: 30 }), now.add({ minutes: 60 })].map(String)
    await coverAbsence(service, { owner: sanne.id, by: piet.id, from: `${from}`, until: `${until}` })
    const before = now.subtract({ minutes: 45 })
    await coverAbsence(service, {
      ...{ owner: sanne.id, by: piet.id },
      ...{ from: `${now.subtract({ minutes: 50 })}`, until: `${before}` },
    })
    // In between it was somebody else.
    const { id: third } = await service.employee({ teamId: team.id })
    await coverAbsence(service, { owner: sanne.id, by: third, from: `${before}`, until: `${from}` })
    const first = now.subtract({ minutes: 30 })
    const moment = { milliseconds: 1 }
    const outside = [before, first.subtract(moment), now.subtract({ minutes: 55 })]
    for (const [direction, reached] of [
      ['outbound', 'owner-reached'],
      ['inbound', 'customer-called-owner'],
    ] as const) {
      const kept = (at: Temporal.Instant) => {
        const id = randomUUID()
        const row = { id, direction, employee_id: piet.id, at: String(at), recorded_at: 'now()' }
        return refusal(service, contactRow(kase, row), ...keep(kase, id, reached))
      }
      for (const at of outside)
        expect([reached, at, await kept(at)]).toEqual([reached, at, 'callbacks_kept_is_spoken'])
      for (const at of [first, before.subtract(moment)])
        expect([reached, at, await kept(at)]).toEqual([reached, at, 'nothing'])
    }
  })

  test('by a new owner’s contact of before it was theirs', async () => {
    const { take, sanne, piet } = await setScene(service)
    const now = Temporal.Now.instant().round('millisecond')
    service.clock.now = now.subtract({ minutes: 60 })
    const theirs = { ...(await take()), owner: piet }
    const succession = randomUUID()
    const [requested_at, completed_at] = [String(now), String(now)]
    const moved = [
      successionRow({ ...theirs, owner: sanne }, piet.id, { id: succession, requested_at, completed_at }),
      ...moveTo(theirs.id, piet.id, succession),
      `update employees set departed_at = now() where id = '${sanne.id}'`,
    ]
    const kept = (at: Temporal.Instant) => {
      const id = randomUUID()
      const contact = contactRow(theirs, { id, at: String(at), recorded_at: 'now()' })
      return refusal(service, ...moved, contact, ...keep(theirs, id, 'owner-reached'))
    }
    expect([await kept(now.subtract({ milliseconds: 1 })), await kept(now)]).toEqual([
      'callbacks_kept_is_spoken',
      'nothing',
    ])
  })

  test('by two callbacks with one contact', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const [id, next] = [randomUUID(), randomUUID()]
    const statements = [
      contactRow(kase, { id }),
      callbackRow(kase, { id: next }),
      `update callbacks set state = 'kept', closed_at = now(), contact_id = '${id}', contact_moment = 'owner-reached' where case_id = '${kase.id}'`,
      ...keep({ ...kase, callback: { id: next } }, id, 'owner-reached').slice(1),
    ]
    expect(await refusal(service, ...statements)).toBe('callbacks_kept_by_one_contact')
  })

  test('by making the contact better afterwards', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const id = randomUUID()
    const contact = contactRow(kase, { id, outcome: 'no-answer' })
    const better = `update contacts set outcome = 'reached' where id = '${id}'`
    expect(await refusal(service, contact, better, ...keep(kase, id, 'owner-reached'))).toBe(
      'contacts_are_history',
    )
    expect(await refusal(service, contact, `delete from contacts where id = '${id}'`)).toBe(
      'contacts_are_history',
    )
    expect(await refusal(service, 'truncate contacts cascade')).toMatch(
      /^contacts_are_history$|_stand?s$|_stay$|_history$/,
    )
  })

  test('before it was made', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const id = randomUUID()
    const [first = '', ...rest] = keep(kase, id, 'owner-reached')
    const early = first.replace('closed_at = now()', `closed_at = now() - '1 day'::interval`)
    expect(await refusal(service, contactRow(kase, { id }), early, ...rest)).toBe(
      'callbacks_closed_have_a_moment',
    )
  })
})

test('the customer called first is nothing that a script can say', async () => {
  const { take } = await setScene(service)
  const kase = await take()
  const say = `update callbacks set customer_called_first = true where id = '${kase.callback.id}'`
  expect(await refusal(service, say)).toMatch(/^428C9/)
})

test('fifty at once: a callback is kept once, by the owner calling or by the customer who called first', async () => {
  const { take, sanne, piet } = await setScene(service)
  const kase = await take()
  const answers = await atOnce([service, beside], (to, n): Promise<Answer> => {
    const tries = `/v1/callbacks/${kase.callback.id}/attempts`
    const resolve = `/v1/cases/${kase.id}/resolve`
    switch (n % 5) {
      case 0:
        return to.call('POST', tries, {
          as: sanne.id,
          body: { outcome: 'reached', summary: 'Told.', then: { resolve: { outcome: 'answered' } } },
        })
      case 1:
        return to.call('POST', tries, { as: sanne.id, body: { outcome: 'reached', then: { callback: {} } } })
      case 2:
        return to.call('POST', resolve, {
          as: sanne.id,
          body: { outcome: 'answered', summary: 'They called.', contact: inbound },
        })
      case 3:
        return to.call('POST', resolve, {
          as: sanne.id,
          body: { outcome: 'fixed', summary: 'Called.', contact: outbound },
        })
      default:
        return to.call('POST', tries, {
          as: piet.id,
          body: { outcome: 'reached', summary: 'Told.', then: { resolve: { outcome: 'answered' } } },
        })
    }
  })
  const { rows } = await service.sql.query('select state from callbacks where id = $1', [kase.callback.id])
  expect(rows).toEqual([{ state: 'kept' }])
  const tried = answers.filter((_, n) => n % 5 < 2)
  const winners = answers.filter(({ status, body }) => status < 300 && body.callbackId === kase.callback.id)
  expect(winners.length).toBeLessThanOrEqual(1)
  expect(
    tried.filter(({ status }) => status !== 201).every(({ body }) => body.code === 'callback-is-closed'),
  ).toBe(true)
  expect(answers.filter((_, n) => n % 5 === 4).every(({ body }) => body.code === 'only-the-owner')).toBe(true)
  expect(Object.keys(tally(answers)).filter((name) => name.startsWith('5'))).toEqual([])
})
