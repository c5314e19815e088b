import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { outbound, setScene } from '../support/scene.ts'
import type { Answer, Service } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { callbackRow, changeCase, contactRow, refusal, resolutionRow } from './script.ts'

const service = useService()
const beside = useInstance(service)

interface Kase {
  readonly id: string
  readonly owner: { readonly id: string }
  readonly callback: { readonly id: string }
}

/** The case and its callback hold each other up, so either end may be the first to say so. */
const otherHalf = 'callbacks_open_is_its_cases_promise'

const kept = (kase: Kase, contactId: string) =>
  `update callbacks set state = 'kept', closed_at = now(), contact_id = '${contactId}', contact_moment = 'owner-reached'
    where id = '${kase.callback.id}'`

describe('no SQL leaves an open case without its promise', () => {
  test.each<[string, string, (kase: Kase, other: Kase) => string[]]>([
    [
      'by letting go of it',
      'cases_hold_a_promise_or_a_resolution',
      (kase) => [changeCase(kase.id, 'callback_id = null')],
    ],
    [
      'by naming one that does not exist',
      'cases_open_has_its_callback',
      (kase) => [changeCase(kase.id, 'callback_id = gen_random_uuid()')],
    ],
    [
      'by naming the promise of another case',
      'cases_open_has_its_callback',
      (kase, other) => [changeCase(kase.id, `callback_id = '${other.callback.id}'`)],
    ],
    [
      'by keeping it and going on as if it were open',
      'cases_open_has_its_callback',
      (kase) => {
        const id = randomUUID()
        return [contactRow(kase, { id }), kept(kase, id), changeCase(kase.id, `subject = 'Kept'`)]
      },
    ],
    [
      'by keeping it without a word in the case',
      'cases_open_has_its_callback',
      (kase) => {
        const id = randomUUID()
        return [contactRow(kase, { id }), kept(kase, id)]
      },
    ],
    [
      'by handing the promise to another case',
      'callbacks_promise_stands',
      (kase, other) => [`update callbacks set case_id = '${other.id}' where id = '${kase.callback.id}'`],
    ],
    [
      'by deleting it',
      'callbacks_promise_stands',
      (kase) => ['set constraints all deferred', `delete from callbacks where id = '${kase.callback.id}'`],
    ],
    ['by sweeping all promises', 'callbacks_promise_stands', () => ['truncate callbacks, cases cascade']],
    [
      'by exchanging the promises of two cases',
      'cases_open_has_its_callback',
      (kase, other) => [
        'set constraints all deferred',
        changeCase(kase.id, `callback_id = '${other.callback.id}'`),
        changeCase(other.id, `callback_id = '${kase.callback.id}'`),
      ],
    ],
    [
      'by resolving it half',
      'cases_hold_a_promise_or_a_resolution',
      (kase) => {
        const id = randomUUID()
        return [
          resolutionRow(kase, { id, outcome: 'withdrawn' }),
          changeCase(kase.id, `resolution_id = '${id}', resolved_at = now()`),
        ]
      },
    ],
  ])('%s', async (_, constraint, statements) => {
    const { take } = await setScene(service)
    const [kase, other] = [await take(), await take()]
    const answer = await refusal(service, ...statements(kase, other))
    if (constraint === 'callbacks_promise_stands')
      expect(answer).toMatch(/_promise_stands$|_history$|_stay$|_final$/)
    else expect(answer).toMatch(new RegExp(`^(${constraint}|resolutions_customer_withdrew|${otherHalf})$`))
  })
})

describe('no SQL gives a case a second open promise', () => {
  test('beside the first', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    expect(await refusal(service, callbackRow(kase, {}))).toBe('callbacks_open_is_its_cases_promise')
    const rows = [callbackRow(kase, {}), callbackRow(kase, {}), callbackRow(kase, {})]
    expect(await refusal(service, ...rows)).toBe('callbacks_open_is_its_cases_promise')
  })

  test('by turning to a new one and leaving the old one open', async () => {
    const { take } = await setScene(service)
    const kase = await take()
    const id = randomUUID()
    expect(
      await refusal(service, callbackRow(kase, { id }), changeCase(kase.id, `callback_id = '${id}'`)),
    ).toBe('callbacks_open_is_its_cases_promise')
  })

  test('when it is resolved', async () => {
    const { resolved } = await setScene(service)
    const kase = await resolved()
    expect(await refusal(service, callbackRow(kase, {}))).toBe('callbacks_open_is_its_cases_promise')
  })

  test('by opening a kept one again', async () => {
    const { resolved } = await setScene(service)
    const kase = await resolved()
    const reopen = `update callbacks set state = 'open', closed_at = null, contact_id = null, contact_moment = null where case_id = '${kase.id}'`
    expect(await refusal(service, reopen)).toBe('callbacks_promise_stands')
  })
})

test('no SQL resolves a case and leaves its promise open', async () => {
  const { take } = await setScene(service)
  const kase = await take()
  const [contactId, id] = [randomUUID(), randomUUID()]
  const resolve = [
    contactRow(kase, { id: contactId, direction: 'inbound' }),
    resolutionRow(kase, {
      id,
      outcome: 'withdrawn',
      contact_id: contactId,
      contact_moment: 'customer-called-owner',
    }),
    changeCase(kase.id, `callback_id = null, resolution_id = '${id}', resolved_at = now()`),
  ]
  expect(await refusal(service, ...resolve)).toBe('callbacks_open_is_its_cases_promise')
  const released = `update callbacks set state = 'released', closed_at = now(), resolution_id = '${id}' where id = '${kase.callback.id}'`
  expect(await refusal(service, ...resolve, released)).toBe('nothing')
})

test('no SQL opens a resolved case without a new promise', async () => {
  const { resolved } = await setScene(service)
  const kase = await resolved()
  const { rows } = await service.sql.query('select id from callbacks where case_id = $1', [kase.id])
  const set = 'resolution_id = null, resolved_at = null'
  expect(await refusal(service, changeCase(kase.id, set))).toBe('cases_hold_a_promise_or_a_resolution')
  expect(await refusal(service, changeCase(kase.id, `${set}, callback_id = '${rows[0].id}'`))).toBe(
    'cases_open_has_its_callback',
  )
  expect(await refusal(service, changeCase(kase.id, 'resolution_id = null'))).toMatch(/^cases_/)
  expect(await refusal(service, changeCase(kase.id, 'resolved_at = null'))).toMatch(
    /^cases_resolved_ha(ve_a_moment|s_its_resolution)$/,
  )
})

test('an open case cannot say that it is resolved, nor the other way round', async () => {
  const { take } = await setScene(service)
  const { id } = await take()
  expect(await refusal(service, changeCase(id, `status = 'resolved'`))).toMatch(/^428C9/)
})

test('fifty at once: a case is resolved once', async () => {
  const { take, sanne } = await setScene(service)
  const kase = await take()
  const resolve = (to: Service, n: number): Promise<Answer> =>
    to.call('POST', `/v1/cases/${kase.id}/resolve`, {
      as: sanne.id,
      body: { outcome: n % 2 ? 'answered' : 'fixed', summary: `Told ${n}.`, contact: outbound },
    })
  expect(tally(await atOnce([service, beside], resolve))).toEqual({ 200: 1, '409 case-is-resolved': 49 })
})

test('fifty at once: a case is opened again once', async () => {
  const { resolved, sanne, piet } = await setScene(service)
  const kase = await resolved()
  const reopen = (to: Service, n: number): Promise<Answer> =>
    to.call('POST', `/v1/cases/${kase.id}/reopen`, { as: n % 2 ? sanne.id : piet.id, body: {} })
  expect(tally(await atOnce([service, beside], reopen))).toEqual({ 200: 1, '409 case-is-open': 49 })
})

test('a hundred at once: resolved and opened again in turns, a case holds a promise or a resolution', async () => {
  const { take, sanne } = await setScene(service)
  const kase = await take()
  const answers = await atOnce(
    [service, beside],
    (to, n) =>
      n % 2
        ? to.call('POST', `/v1/cases/${kase.id}/reopen`, { as: sanne.id, body: {} })
        : to.call('POST', `/v1/cases/${kase.id}/resolve`, {
            as: sanne.id,
            body: { outcome: 'answered', summary: 'Told.', contact: outbound },
          }),
    100,
  )
  const counts = tally(answers)
  expect(Object.keys(counts).filter((name) => !/^(200|409 case-is-(open|resolved))$/.test(name))).toEqual([])
  expect(counts['200']).toBeGreaterThan(0)
})
