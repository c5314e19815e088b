import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)

const hire = async (fields: object = {}): Promise<string> =>
  (await service.employee({ teamId: null, ...fields })).id

const statusOf = async (key: string | null, at = service): Promise<number> =>
  (await at.call('GET', '/v1/topics', { key })).status

/** Asks until it is so; throws after two seconds. */
async function soon(isSo: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 2000; waited += 20) {
    if (await isSo()) return
    await sleep(20)
  }
  throw new Error('it did not happen within two seconds')
}

test('without a key that is known, nothing is answered', async () => {
  const answer = await service.call('GET', '/v1/topics', { key: null })
  expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated'])
  expect(answer.headers['www-authenticate']).toBe('Bearer')
  expect(await statusOf('a'.repeat(40))).toBe(401)
  expect(await statusOf('short')).toBe(401)
})

test('a key that was copied wrong is refused, without a look into the database', async () => {
  const key = await service.key('cases:read')
  const last = key.at(-1) === 'a' ? 'b' : 'a'
  expect(await statusOf(key)).toBe(200)
  expect(await statusOf(key.slice(0, -1) + last)).toBe(401)
  expect(await statusOf(key.slice(0, -1))).toBe(401)
  const basic = { authorization: `Basic ${key}` }
  expect((await service.call('GET', '/v1/topics', { key: null, headers: basic })).status).toBe(401)
})

test('a key ends at the moment that was said, not a second later', async () => {
  const { key } = await service.do('POST', '/v1/api-keys', {
    body: { name: 'for a day', scopes: ['cases:read'], expiresAt: '2098-05-02T12:00:00Z' },
  })
  expect(await statusOf(key)).toBe(200)
  service.clock.now = Temporal.Instant.from('2098-05-02T11:59:59.999Z')
  expect(await statusOf(key)).toBe(200)
  service.clock.now = Temporal.Instant.from('2098-05-02T12:00:00Z')
  expect(await statusOf(key)).toBe(401)
  expect(await statusOf(key, beside)).toBe(401)
})

test('another instance hears of a revocation within a moment, from the service or from a console', async () => {
  for (const revoke of [
    (id: string) => service.do('DELETE', `/v1/api-keys/${id}`),
    (id: string) => service.sql.query('update api_keys set revoked_at = now() where id = $1', [id]),
    (id: string) => service.sql.query('delete from api_keys where id = $1', [id]),
  ]) {
    const { id, key } = await service.do('POST', '/v1/api-keys', {
      body: { name: 'two houses', scopes: ['cases:read'] },
    })
    expect(await statusOf(key)).toBe(200)
    expect(await statusOf(key, beside)).toBe(200)
    await revoke(id)
    await soon(async () => (await statusOf(key, beside)) === 401)
    await soon(async () => (await statusOf(key)) === 401)
  }
})

test('a system acts for an employee only with the scope for it', async () => {
  const employee = await hire()
  const without = await service.key('cases:read')
  const refused = await service.call('GET', '/v1/topics', { key: without, as: employee })
  expect([refused.status, refused.body.required]).toEqual([403, 'employees:act'])

  const key = await service.key('employees:act')
  expect((await service.call('GET', '/v1/topics', { key, as: employee })).status).toBe(200)
  expect((await service.call('GET', '/v1/topics', { key })).body.required).toBe('cases:read')
  const nobody = await service.call('GET', '/v1/topics', { key, as: '0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40' })
  expect(nobody.status).toBe(403)
  expect((await service.call('GET', '/v1/topics', { key, as: 'Sanne' })).status).toBe(400)
})

test('who has left, or is no admin any more, is so for every instance within a moment', async () => {
  const admin = await hire({ role: 'admin' })
  const ask = async () => (await beside.call('GET', '/v1/api-keys', { as: admin })).status
  expect(await ask()).toBe(200)
  await service.sql.query(`update employees set role = 'member' where id = $1`, [admin])
  await soon(async () => (await ask()) === 403)
  const topics = async () => (await beside.call('GET', '/v1/topics', { as: admin })).status
  expect(await topics()).toBe(200)
  await service.sql.query('update employees set departed_at = now() where id = $1', [admin])
  await soon(async () => (await topics()) === 403)
})

test('a key tells when it was used last', async () => {
  const { id, key } = await service.do('POST', '/v1/api-keys', {
    body: { name: 'used', scopes: ['cases:read'] },
  })
  const at = '2098-05-02T12:00:00.000Z'
  service.clock.now = Temporal.Instant.from(at)
  await statusOf(key)
  await soon(async () => {
    const { data } = await service.do('GET', '/v1/api-keys?limit=200')
    return data.find((k: { id: string }) => k.id === id).lastUsedAt === at
  })
})
