import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const hire = async (fields: object = {}): Promise<string> =>
  (await service.employee({ teamId: null, ...fields })).id

const url = '/v1/api-keys'
const make = (body: object, more: object = {}): Promise<Answer> =>
  service.call('POST', url, { body: { name: 'a system', scopes: ['cases:read'], ...body }, ...more })
const pointers = ({ body }: Answer): string[] => body.errors.map((e: { pointer: string }) => e.pointer).sort()

test('a key is shown once, works at once, and is nowhere in the database', async () => {
  const { status, body } = await make({ name: 'Telephone system', expiresAt: '2099-01-01T00:00:00+01:00' })
  expect(status).toBe(201)
  expect(body).toEqual({
    id: expect.any(String),
    name: 'Telephone system',
    scopes: ['cases:read'],
    key: expect.stringMatching(/^eig_[0-9A-Za-z]{36}$/),
    hint: body.key.slice(-4),
    createdAt: expect.any(String),
    expiresAt: '2098-12-31T23:00:00.000Z',
    lastUsedAt: null,
    replacesId: null,
  })
  expect((await service.call('GET', '/v1/teams', { key: body.key })).status).toBe(200)

  const { key, ...shown } = body
  const listed = (await service.do('GET', `${url}?limit=200`)).data.find(
    (k: { id: string }) => k.id === body.id,
  )
  expect({ ...listed, lastUsedAt: null }).toEqual(shown)
  for (const table of ['api_keys', 'events', 'idempotency_keys']) {
    const { rows } = await service.sql.query(`select * from ${table} t where t::text like $1`, [`%${key}%`])
    expect(rows).toEqual([])
  }
})

test('sent again, the same key comes back to its caller, and the database cannot tell it', async () => {
  const headers = { 'idempotency-key': 'make-a-key' }
  const answers = await atOnce([service], () => make({ name: 'once' }, { headers }))
  const again = await make({ name: 'once' }, { headers })
  const [first] = answers.filter((a) => a.status === 201)
  expect(again.text).toBe(first?.text)
  expect(again.headers['idempotent-replayed']).toBe('true')
  const texts = new Set(answers.filter((a) => a.status === 201).map((a) => a.text))
  expect(texts.size).toBe(1)
  expect(answers.filter((a) => a.status !== 201 && a.body.code !== 'idempotency-key-in-use')).toEqual([])
  const { rows } = await service.sql.query(`select count(*)::int as n from api_keys where name = 'once'`)
  expect(rows).toEqual([{ n: 1 }])

  const kept = await service.sql.query(`select body from idempotency_keys where key = 'make-a-key'`)
  expect(kept.rows[0].body).not.toContain(again.body.key)
  expect(kept.rows[0].body).not.toContain('eig_')
})

test('a secret kept under other credentials is not replayed', async () => {
  const headers = { 'idempotency-key': 'one-more-key' }
  await make({ name: 'sealed' }, { headers })
  await service.sql.query(
    `update idempotency_keys set body = overlay(body placing 'AAAAAAAAAA' from 20) where key = 'one-more-key'`,
  )
  const answer = await make({ name: 'sealed' }, { headers })
  expect([answer.status, answer.body.code]).toEqual([409, 'secret-shown-once'])
})

test('a revoked key is refused from the next request on, and is gone', async () => {
  const { body } = await make({ name: 'to revoke' })
  const use = async () => (await service.call('GET', '/v1/topics', { key: body.key })).status
  for (let n = 0; n < 3; n++) expect(await use()).toBe(200)
  const revoked = await service.call('DELETE', `${url}/${body.id}`)
  expect([revoked.status, revoked.text]).toEqual([204, ''])
  expect(await use()).toBe(401)
  expect((await service.call('DELETE', `${url}/${body.id}`)).status).toBe(404)
  const { data } = await service.do('GET', `${url}?limit=200`)
  expect(data.map((k: { id: string }) => k.id)).not.toContain(body.id)
})

test('of fifty who revoke one key, one does', async () => {
  const { body } = await make({ name: 'to revoke' })
  const answers = await atOnce([service], () => service.call('DELETE', `${url}/${body.id}`))
  expect(answers.filter((a) => a.status === 204)).toHaveLength(1)
  expect(answers.filter((a) => a.status === 404)).toHaveLength(49)
  const { rows } = await service.sql.query(
    `select count(*)::int as n from events where type = 'api-key.revoked' and data->>'keyId' = $1`,
    [body.id],
  )
  expect(rows).toEqual([{ n: 1 }])
})

test('a key that is used while it is revoked is refused when the revocation is answered', async () => {
  for (let round = 0; round < 10; round++) {
    const { body } = await make({ name: 'busy' })
    const use = async () => (await service.call('GET', '/v1/topics?limit=1', { key: body.key })).status
    const busy = Array.from({ length: 20 }, use)
    await service.do('DELETE', `${url}/${body.id}`)
    const after = await atOnce([service], use, 5)
    expect(after).toEqual(Array(5).fill(401))
    await Promise.all(busy)
    expect(await use()).toBe(401)
  }
})

test('what is wrong with a key is named, field by field', async () => {
  expect(pointers(await make({ name: ' ', scopes: [], key: 'mine' }))).toEqual([
    '#/key',
    '#/name',
    '#/scopes',
  ])
  expect(pointers(await make({ scopes: ['cases:read', 'cases:delete'] }))).toEqual(['#/scopes/1'])
  expect(pointers(await make({ scopes: ['cases:read', 'cases:read'] }))).toEqual(['#/scopes'])
  expect(pointers(await make({ expiresAt: '2099-01-01' }))).toEqual(['#/expiresAt'])
  const past = await make({ expiresAt: '2020-01-01T00:00:00Z' })
  expect([past.status, ...pointers(past)]).toEqual([422, '#/expiresAt'])
  expect((await service.call('GET', `${url}?scope=admin`)).status).toBe(400)
  expect(pointers(await service.call('DELETE', `${url}/x`))).toEqual(['#/keyId'])
})

test('a key gives no more than it has, also when it acts for an admin', async () => {
  const admin = await hire({ role: 'admin' })
  const desk = await service.key('employees:act', 'cases:read')
  const as = { key: desk, as: admin }
  const refused = await make({ scopes: ['cases:read', 'admin'] }, as)
  expect([refused.status, refused.body.code, refused.body.required]).toEqual([403, 'forbidden', 'admin'])
  expect((await make({ scopes: ['events:read'] }, as)).body.required).toBe('events:read')
  expect((await make({ scopes: ['cases:read'] }, as)).status).toBe(201)
  expect((await make({ scopes: ['admin'] }, { as: admin })).status).toBe(201)
})

test('admins alone see, make and revoke keys', async () => {
  const { body } = await make({ name: 'kept' })
  const coach = await hire({ role: 'coach' })
  for (const caller of [{ as: coach }, { key: body.key }]) {
    expect((await service.call('GET', url, caller)).body.required).toBe('admin')
    expect((await make({}, caller)).body.required).toBe('admin')
    expect((await service.call('DELETE', `${url}/${body.id}`, caller)).body.required).toBe('admin')
  }
})

test('keys are paged in the order in which they were made', async () => {
  const made: string[] = []
  for (let n = 0; n < 3; n++) made.push((await make({ name: `key ${n}` })).body.id)
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const page = await service.do('GET', `${url}?limit=2${cursor}`)
    seen.push(...page.data.map((k: { id: string }) => k.id))
    if (page.nextCursor === null) break
    cursor = `&cursor=${page.nextCursor}`
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter((id) => made.includes(id))).toEqual(made)
})
