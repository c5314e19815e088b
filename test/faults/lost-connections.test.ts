import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { expectAllAcknowledged } from './acknowledged.ts'
import { seeded } from './seeded.ts'
import { liveThrough, type Send } from './story.ts'

const service = useService()
const beside = useInstance(service)

/** Cuts every connection to the database but those of the test itself, whatever they are doing. */
const cutAll = async (): Promise<number> => {
  const { rowCount } = await service.sql.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'eigenaar'`,
  )
  return rowCount ?? 0
}

let turn = 0
const statuses: Record<number, number> = {}
const send: Send = async ({ url, as, body, key }) => {
  const to = turn++ % 2 ? service : beside
  const answer = await to.call('POST', url, { as, body, headers: { 'idempotency-key': key } })
  statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
  return {
    status: answer.status,
    text: answer.text,
    replayed: answer.headers['idempotent-replayed'] === 'true',
  }
}

const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)

test(`with all connections cut again and again under work (TEST_SEED=${seed}), nothing acknowledged is lost or done twice, and nobody hears of a bug`, async () => {
  const chance = seeded(seed)
  const { sanne, piet, customer } = await setScene(service)
  const people = { owner: sanne.id, colleague: piet.id, customer: customer.id }
  let over = false
  const clients = Array.from({ length: 6 }, (_, n) => liveThrough(send, seeded(seed + n), people, () => over))
  let cut = 0
  for (let round = 0; round < 20; round++) {
    await sleep(20 + chance() * 120)
    cut += await cutAll()
  }
  await sleep(200)
  over = true
  const acknowledged = (await Promise.all(clients)).flat()

  expect(cut).toBeGreaterThan(20)
  expect(Object.keys(statuses).filter((status) => !/^(20[01]|409|503)$/.test(status))).toEqual([])
  expect(statuses[503]).toBeGreaterThan(0)
  await expectAllAcknowledged(service, send, acknowledged)
}, 240_000)

test('with a connection cut under a transaction that waits, the request hears 503 and the next one is served', async () => {
  const { take, sanne } = await setScene(service)
  const { id } = await take()
  await service.sql.query('begin')
  await service.sql.query('select from cases where id = $1 for update', [id])
  const note = { as: sanne.id, body: { text: 'Once.' } }
  const waiting = [
    service.call('POST', `/v1/cases/${id}/notes`, note),
    beside.call('POST', `/v1/cases/${id}/notes`, note),
  ]
  await sleep(200)
  expect(await cutAll()).toBeGreaterThanOrEqual(2)
  for (const answer of await Promise.all(waiting)) {
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'overloaded', '1'])
  }
  await service.sql.query('rollback')
  for (const instance of [service, beside]) {
    for (let tries = 0; ; tries++) {
      const answer = await instance.call('POST', `/v1/cases/${id}/notes`, note)
      if (answer.status === 201) break
      expect(answer.status).toBe(503)
      expect(tries).toBeLessThan(20)
    }
  }
})

test('a lock that is not let go of costs its own requests a few seconds and a 503, and nobody else anything', async () => {
  const { take, sanne } = await setScene(service)
  const [held, free] = [await take(), await take()]
  await service.sql.query('begin')
  await service.sql.query('select from cases where id = $1 for update', [held.id])
  const note = { as: sanne.id, body: { text: 'Once.' } }
  const waiting = Array.from({ length: 3 }, () => service.call('POST', `/v1/cases/${held.id}/notes`, note))
  const began = performance.now()
  for (let n = 0; n < 5; n++)
    expect((await service.call('POST', `/v1/cases/${free.id}/notes`, note)).status).toBe(201)
  expect(performance.now() - began).toBeLessThan(1500)
  for (const answer of await Promise.all(waiting))
    expect([answer.status, answer.body.code]).toEqual([503, 'overloaded'])
  await service.sql.query('rollback')
  expect((await service.call('POST', `/v1/cases/${held.id}/notes`, note)).status).toBe(201)
})

test('a revoked key is dead in every instance, also in one that lost the connection by which it hears of it', async () => {
  const { take } = await setScene(service)
  const { id } = await take()
  const key = await service.key('cases:read')
  for (const instance of [service, beside])
    expect((await instance.call('GET', `/v1/cases/${id}`, { key })).status).toBe(200)
  await cutAll()
  await service.sql.query(
    `update api_keys set revoked_at = now() where hint = $1 and scopes = '{cases:read}'`,
    [key.slice(-4)],
  )
  for (const instance of [service, beside]) {
    for (let tries = 0; ; tries++) {
      const answer = await instance.call('GET', `/v1/cases/${id}`, { key })
      if (answer.status === 401) break
      expect([503, 200]).toContain(answer.status)
      expect(tries).toBeLessThan(40)
      await sleep(50)
    }
  }
})
