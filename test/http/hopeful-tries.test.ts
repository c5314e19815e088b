import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { expectInvariants } from '../support/invariants.ts'
import { outbound, setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { whileHeld } from '../support/while-held.ts'

// A first try locks nothing and decides on what it read. These are the crowds in which that goes wrong, and has to come right.
const service = useService()
const beside = useInstance(service)
afterEach(() => expectInvariants(service))

const both = [service, beside]
const inbound = { direction: 'inbound', channel: 'phone', summary: 'Still waiting.' }

test('120 contacts at once on one case: each is recorded, each is a chase, and the history has no gap', async () => {
  const { take, piet } = await setScene(service)
  const { id } = await take()
  const answers = await atOnce(
    both,
    (each) => each.call('POST', `/v1/cases/${id}/contacts`, { as: piet.id, body: inbound }),
    120,
  )
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 120 }, () => 201))
  const { rows } = await service.sql.query(
    `select c.chases, c.version, count(*)::int as events, max(e.case_sequence) as last, count(*) filter (where e.type = 'case.chased')::int as told
     from cases c join events e on e.case_id = c.id where c.id = $1 group by c.id`,
    [id],
  )
  const [{ version }] = rows
  expect(rows).toEqual([{ chases: 120, version, events: version, last: version, told: 120 }])
})

test('20 requests at once with one key: one effect, and the same answer for each', async () => {
  const { take, sanne } = await setScene(service)
  const { id } = await take()
  const headers = { 'idempotency-key': randomUUID() }
  const answers = await atOnce(
    both,
    (each) => each.call('POST', `/v1/cases/${id}/contacts`, { as: sanne.id, headers, body: outbound }),
    20,
  )
  const texts = new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text))
  expect(texts.size).toBe(1)
  for (const { status } of answers) expect([201, 409]).toContain(status)
  const { rows } = await service.sql.query(
    'select count(*)::int as n from contacts where case_id = $1 and not opening',
    [id],
  )
  expect(rows).toEqual([{ n: 1 }])
})

test('what was decided on a case that has changed meanwhile is decided again', async () => {
  const { take, sanne } = await setScene(service)
  const { id, callback } = await take()
  const body = { outcome: 'answered', summary: 'Told.', contact: outbound }
  const answers = await Promise.all([
    service.call('POST', `/v1/cases/${id}/resolve`, { as: sanne.id, body }),
    beside.call('POST', `/v1/callbacks/${callback.id}/attempts`, {
      as: sanne.id,
      body: { outcome: 'reached', then: { resolve: { outcome: 'answered', summary: 'Told too.' } } },
    }),
    service.call('POST', `/v1/cases/${id}/resolve`, { as: sanne.id, body }),
    beside.call('POST', `/v1/cases/${id}/notes`, { as: sanne.id, body: { text: 'Meanwhile.' } }),
  ])
  const told = answers.map(({ status, body }) =>
    status === 409 ? body.code : status < 300 ? 'done' : status,
  )
  expect(told.slice(0, 3).filter((outcome) => outcome === 'done')).toHaveLength(1)
  for (const outcome of told) expect(['done', 'case-is-resolved', 'callback-is-closed']).toContain(outcome)
  expect(told[3]).toBe('done')
})

test('a first try writes its case before all else, as whoever locks has it first: nobody waits in a circle', async () => {
  const { take, sanne } = await setScene(service)
  const { id, callback } = await take()
  const tried = await whileHeld(
    service,
    ['select from cases where id = $1 for no key update', [id]],
    () =>
      service.call('POST', `/v1/callbacks/${callback.id}/attempts`, {
        as: sanne.id,
        body: { outcome: 'no-answer' },
      }),
    (other) =>
      expect(
        other.query('select from callbacks where id = $1 for update nowait', [callback.id]),
      ).resolves.toMatchObject({ rowCount: 1 }),
  )
  expect(tried).toMatchObject({ status: 201 })
})
