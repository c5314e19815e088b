import { beforeAll, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import type { Answer, Call } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let early: Answer
beforeAll(async () => {
  early = await put('early', { name: 'D' })
  await service.team()
})

const url = (externalId: string, system = 'crm') =>
  `/v1/customers/by-reference/${encodeURIComponent(system)}/${encodeURIComponent(externalId)}`
const put = (externalId: string, body: unknown, call: Call = {}) =>
  service.call('PUT', url(externalId), { ...call, body })
const pointers = (answer: Answer): string[] => answer.body.errors.map((e: { pointer: string }) => e.pointer)

test('without a team nobody is made by reference either', async () => {
  expect(early.body.code).toBe('organisation-not-ready')
  expect((await service.call('GET', url('early'))).status).toBe(404)
})

test('the first time makes the customer, the next changes it, and the same again changes nothing', async () => {
  const made = await put('C/1 é', {
    name: 'Dijkstra',
    phone: '06 12345678',
    preferredWindows: { monday: [{ from: '09:00', until: '10:00' }] },
  })
  expect(made.status).toBe(201)
  expect(made.headers.location).toBe(`/v1/customers/${made.body.id}`)
  expect(made.body).toMatchObject({
    phone: '+31612345678',
    references: [{ system: 'crm', externalId: 'C/1 é' }],
  })
  expect(await service.do('GET', url('C/1 é'))).toEqual(made.body)
  expect(await service.do('GET', `/v1/customers/${made.body.id}`)).toEqual(made.body)

  const changed = await put('C/1 é', { name: 'Dijkstra-Bos', segment: 'gold' })
  expect(changed.status).toBe(200)
  expect(changed.headers.location).toBeUndefined()
  expect(changed.body).toEqual({
    ...made.body,
    name: 'Dijkstra-Bos',
    segment: 'gold',
    updatedAt: expect.any(String),
    version: 2,
  })
  expect((await put('C/1 é', { name: 'Dijkstra-Bos', phone: '+31612345678' })).body.version).toBe(2)
})

test('fifty at once make exactly one customer, and everybody gets that one', async () => {
  const answers = await atOnce([service], (_, n) => put('race', { name: `Number ${n}` }))
  expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
  expect(answers.filter((a) => a.status === 200)).toHaveLength(49)
  expect(new Set(answers.map((a) => a.body.id)).size).toBe(1)
  const versions = answers.map((a) => a.body.version).sort((a, b) => a - b)
  expect(versions).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
  const { rows } = await service.sql.query(
    `select count(*)::int as n from customers where name like 'Number %'`,
  )
  expect(rows).toEqual([{ n: 1 }])
})

test('making and putting the same reference at once leaves one customer', async () => {
  const body = { name: 'Both', references: [{ system: 'crm', externalId: 'both' }] }
  const [posts, puts] = await Promise.all([
    atOnce([service], () => service.call('POST', '/v1/customers', { body }), 12),
    atOnce([service], () => put('both', { name: 'Both' }), 12),
  ])
  expect(posts.every((a) => a.status === 201 || a.body.code === 'already-exists')).toBe(true)
  expect(puts.every((a) => a.status === 201 || a.status === 200)).toBe(true)
  const { rows } = await service.sql.query(`select id from customers where name = 'Both'`)
  expect(rows).toHaveLength(1)
})

test('references in the body are all there are, the one in the address among them', async () => {
  const made = await put('r1', { name: 'D', references: [{ system: 'shop', externalId: '1' }] })
  const both = [
    { system: 'crm', externalId: 'r1' },
    { system: 'shop', externalId: '1' },
  ]
  expect(made.body.references).toEqual(both)
  expect((await put('r1', { segment: 'gold' })).body.references).toEqual(both)
  expect((await put('r1', { references: [] })).body.references).toEqual(both.slice(0, 1))
  expect((await put('r2', { name: 'E', references: [{ system: 'crm', externalId: 'r1' }] })).body.code).toBe(
    'already-exists',
  )
  expect((await service.call('GET', url('r2'))).status).toBe(404)
})

test('an expected version is held to, and nobody is made for one', async () => {
  const made = await put('v', { name: 'D' })
  const expecting = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
  expect((await put('v', { name: 'E' }, expecting(2))).status).toBe(412)
  expect((await put('v', { name: 'E' }, expecting(1))).body).toEqual({
    ...made.body,
    name: 'E',
    updatedAt: expect.any(String),
    version: 2,
  })
  expect((await put('nobody', { name: 'E' }, expecting(1))).status).toBe(412)
  expect((await service.call('GET', url('nobody'))).status).toBe(404)
})

test('what is wrong is named', async () => {
  expect(pointers(await put('bad', { segment: 'gold' }))).toEqual(['#/name'])
  expect(pointers(await put('bad', { name: 'D', phone: '1' }))).toEqual(['#/phone'])
  expect(pointers(await put('bad', { name: 'D', anonymous: true }))).toEqual(['#/anonymous'])
  expect((await service.call('GET', url('nul\u0000'))).status).toBe(400)
  expect((await service.call('PUT', url('x'.repeat(125)), { body: { name: 'D' } })).status).toBe(400)
  expect((await service.call('GET', url('unknown'))).body.code).toBe('not-found')
})
