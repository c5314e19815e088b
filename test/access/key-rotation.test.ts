import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import type { Answer } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)

const url = '/v1/api-keys'
const noon = Temporal.Instant.from('2098-05-02T12:00:00Z')
const at = (duration: string): void => {
  service.clock.now = noon.add(duration)
}
const make = (fields: object = {}): Promise<Answer['body']> =>
  service.do('POST', url, { body: { name: 'Telephone system', scopes: ['cases:read'], ...fields } })
const rotate = (id: string, body: object = {}, call: object = {}): Promise<Answer> =>
  service.call('POST', `${url}/${id}/rotate`, { body, ...call })
const statusOf = async (key: string, where = service): Promise<number> =>
  (await where.call('GET', '/v1/topics', { key })).status
const listed = async (id: string): Promise<Answer['body']> =>
  (await service.do('GET', `${url}?limit=200`)).data.find((key: { id: string }) => key.id === id)
const refusal = ({ status, body }: Answer): unknown[] => [status, body.code]
const pointers = ({ body }: Answer): string[] => body.errors.map((e: { pointer: string }) => e.pointer)

/** Asks until it is so; throws after two seconds. */
async function soon(isSo: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 2000; waited += 20) {
    if (await isSo()) return
    await sleep(20)
  }
  throw new Error('it did not happen within two seconds')
}

test('the new key works at once and the old one until the overlap is over, a day unless somebody says otherwise', async () => {
  at('PT0S')
  const old = await make({ scopes: ['cases:read', 'calls:write'] })
  const { status, body } = await rotate(old.id)
  expect(status).toBe(201)
  expect(body).toEqual({
    id: expect.any(String),
    name: 'Telephone system',
    scopes: ['cases:read', 'calls:write'],
    key: expect.stringMatching(/^eig_[0-9A-Za-z]{36}$/),
    hint: body.key.slice(-4),
    createdAt: '2098-05-02T12:00:00.000Z',
    expiresAt: null,
    lastUsedAt: null,
    replacesId: old.id,
  })
  expect([await statusOf(old.key), await statusOf(body.key)]).toEqual([200, 200])
  expect((await listed(old.id)).expiresAt).toBe('2098-05-03T12:00:00.000Z')
  const { key, ...shown } = body
  expect({ ...(await listed(body.id)), lastUsedAt: null }).toEqual(shown)

  at('PT23H59M59.999S')
  expect([await statusOf(old.key), await statusOf(key)]).toEqual([200, 200])
  at('PT24H')
  expect([await statusOf(old.key), await statusOf(key)]).toEqual([401, 200])
})

test('the overlap is as long as was said, from none to ninety days', async () => {
  at('PT0S')
  for (const [overlap, end] of [
    ['PT0S', '2098-05-02T12:00:00.000Z'],
    ['PT1H30M', '2098-05-02T13:30:00.000Z'],
    ['P7DT1S', '2098-05-09T12:00:01.000Z'],
    ['P90D', '2098-07-31T12:00:00.000Z'],
  ]) {
    const old = await make()
    expect((await rotate(old.id, { overlap })).status).toBe(201)
    expect((await listed(old.id)).expiresAt).toBe(end)
    expect(await statusOf(old.key)).toBe(overlap === 'PT0S' ? 401 : 200)
  }
  const { id } = await make()
  const strange = [
    'P91D',
    'P90DT1S',
    'P1M',
    'P1Y',
    'P1W',
    'PT0.5S',
    '-PT1H',
    'PT',
    'P',
    'P1DT',
    'PT9999999S',
    '1h',
    '',
  ]
  for (const overlap of [...strange, 24]) {
    const refused = await rotate(id, { overlap })
    expect([overlap, refused.status, ...pointers(refused)]).toEqual([overlap, 400, '#/overlap'])
  }
  expect((await listed(id)).expiresAt).toBeNull()
})

test('another instance hears at once that the old key has ended', async () => {
  for (const instances of [
    [service, beside],
    [beside, service],
  ] as const) {
    const [here, there] = instances
    const old = await make()
    expect([await statusOf(old.key, here), await statusOf(old.key, there)]).toEqual([200, 200])
    const { body } = await here.call('POST', `${url}/${old.id}/rotate`, { body: { overlap: 'PT0S' } })
    expect(await statusOf(old.key, here)).toBe(401)
    expect(await statusOf(body.key, there)).toBe(200)
    await soon(async () => (await statusOf(old.key, there)) === 401)
  }
})

test('the old key never lives longer than it would have anyway, and the new one as long as the old was given', async () => {
  at('PT0S')
  const old = await make({ expiresAt: noon.add('PT48H').toString() })
  at('PT40H')
  const { body } = await rotate(old.id)
  expect((await listed(old.id)).expiresAt).toBe('2098-05-04T12:00:00.000Z')
  expect(body.expiresAt).toBe('2098-05-06T04:00:00.000Z')

  const next = await rotate(body.id, { overlap: 'PT1H', expiresAt: noon.add('PT200H').toString() })
  expect(next.body.expiresAt).toBe('2098-05-10T20:00:00.000Z')
  expect((await rotate(next.body.id, { expiresAt: null })).body.expiresAt).toBeNull()
})

test('an end of the new key that has passed is refused, and the old key stays as it was', async () => {
  const { id } = await make()
  const past = await rotate(id, { expiresAt: '2020-01-01T00:00:00Z' })
  expect([past.status, ...pointers(past)]).toEqual([422, '#/expiresAt'])
  const unformed = await rotate(id, { expiresAt: '1999-12-31T00:00:00Z', overlaps: 'P1D' })
  expect([unformed.status, ...pointers(unformed).sort()]).toEqual([400, '#/expiresAt', '#/overlaps'])
  expect((await listed(id)).expiresAt).toBeNull()
})

test('a system rotates its own key without admin, and nobody else’s', async () => {
  const own = await make({ scopes: ['events:read'] })
  const other = await make()
  const { status, body } = await rotate(own.id, {}, { key: own.key })
  expect([status, body.scopes, body.replacesId]).toEqual([201, ['events:read'], own.id])

  for (const id of [other.id, '0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40'])
    expect(refusal(await rotate(id, {}, { key: own.key }))).toEqual([404, 'not-found'])
  expect((await listed(other.id)).expiresAt).toBeNull()
})

test('a system does not prolong its own life: an admin does', async () => {
  at('PT0S')
  const { id, key } = await make({ expiresAt: noon.add('PT48H').toString() })
  at('PT24H')
  for (const expiresAt of [null, noon.add('PT72H1S').toString()]) {
    const refused = await rotate(id, { expiresAt }, { key })
    expect([refused.status, ...pointers(refused)]).toEqual([422, '#/expiresAt'])
  }
  const sooner = await rotate(id, { expiresAt: noon.add('PT72H').toString() }, { key })
  expect(sooner.body.expiresAt).toBe('2098-05-05T12:00:00.000Z')
  expect((await rotate(sooner.body.id, { expiresAt: null })).status).toBe(201)
})

test('rotating gives no scope that the caller lacks, also when it acts for an admin', async () => {
  const admin = await service.employee({ teamId: null, role: 'admin' })
  const member = await service.employee({ teamId: null })
  const desk = await make({ scopes: ['employees:act', 'cases:read'] })
  const strong = await make({ scopes: ['cases:read', 'admin'] })
  const weak = await make()
  const as = { key: desk.key, as: admin.id }

  const refused = await rotate(strong.id, {}, as)
  expect([...refusal(refused), refused.body.required]).toEqual([403, 'forbidden', 'admin'])
  expect((await listed(strong.id)).expiresAt).toBeNull()
  expect((await rotate(weak.id, {}, as)).status).toBe(201)
  expect((await rotate(desk.id, {}, as)).body.scopes).toEqual(['employees:act', 'cases:read'])
  expect((await rotate(strong.id, {}, { as: admin.id })).status).toBe(201)
  const byMember = await rotate(weak.id, {}, { as: member.id })
  expect([...refusal(byMember), byMember.body.required]).toEqual([403, 'forbidden', 'admin'])
})

test('a key is rotated once, and who comes second hears which one replaced it', async () => {
  const { id, key } = await make()
  const { body } = await rotate(id)
  for (const call of [{}, { key }]) {
    const second = await rotate(id, {}, call)
    expect([...refusal(second), second.body.replacedBy]).toEqual([409, 'already-rotated', body.id])
  }
  expect((await rotate(body.id)).status).toBe(201)
})

test('a key that was revoked or has ended is not rotated', async () => {
  const revoked = await make()
  await service.do('DELETE', `${url}/${revoked.id}`)
  expect(refusal(await rotate(revoked.id))).toEqual([404, 'not-found'])
  at('PT0S')
  const ended = await make({ expiresAt: noon.add('PT1H').toString() })
  at('PT1H')
  expect(refusal(await rotate(ended.id))).toEqual([409, 'api-key-expired'])
  expect((await rotate(ended.id, {}, { key: ended.key })).status).toBe(401)
})

test('of fifty who rotate one key over two instances, one does, and only the newest key has no end', async () => {
  const { id } = await make({ name: 'fought over' })
  const answers = await atOnce([service, beside], (to) =>
    to.call('POST', `${url}/${id}/rotate`, { body: {} }),
  )
  const made = answers.filter(({ status }) => status === 201)
  expect(made).toHaveLength(1)
  for (const lost of answers.filter(({ status }) => status !== 201))
    expect([...refusal(lost), lost.body.replacedBy]).toEqual([409, 'already-rotated', made[0]?.body.id])
  const { rows } = await service.sql.query(
    `select id from api_keys where name = 'fought over' and expires_at is null`,
  )
  expect(rows).toEqual([{ id: made[0]?.body.id }])
})

test('the database lets a key be replaced once, whoever writes', async () => {
  const { id } = await make()
  await rotate(id)
  const again = service.sql.query(
    `insert into api_keys (id, name, scopes, hint, digest, created_at, replaces_id)
     values (gen_random_uuid(), 'x', '{}', 'x', sha256('x'), now(), $1)`,
    [id],
  )
  await expect(again).rejects.toMatchObject({ constraint: 'api_keys_are_replaced_once' })
})

test('of a key that is rotated while it is revoked, nothing is left half done', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await make()
    const [rotated, revoked] = await Promise.all([rotate(id), service.call('DELETE', `${url}/${id}`)])
    expect(revoked.status).toBe(204)
    expect([201, 404]).toContain(rotated.status)
    const { rows } = await service.sql.query(
      'select count(*)::int as n from api_keys where replaces_id = $1',
      [id],
    )
    expect(rows).toEqual([{ n: rotated.status === 201 ? 1 : 0 }])
  }
})

test('sent again, the new key comes back to its caller, and the database cannot tell it', async () => {
  const { id, key } = await make()
  const headers = { 'idempotency-key': 'rotate-once' }
  const first = await rotate(id, {}, { key, headers })
  const again = await rotate(id, {}, { key, headers })
  expect([first.status, again.text]).toEqual([201, first.text])
  expect(again.headers['idempotent-replayed']).toBe('true')
  for (const table of ['api_keys', 'events', 'idempotency_keys']) {
    const { rows } = await service.sql.query(`select * from ${table} t where t::text like $1`, [
      `%${first.body.key}%`,
    ])
    expect(rows).toEqual([])
  }
})

test('the feed tells which key made way for which, and when it ends', async () => {
  at('PT0S')
  const old = await make()
  const { body } = await rotate(old.id)
  const { data } = await service.do('GET', '/v1/events?type=api-key.rotated&limit=200')
  expect(data.find((event: Answer['body']) => event.data.keyId === old.id).data).toEqual({
    keyId: old.id,
    replacedBy: body.id,
    name: 'Telephone system',
    scopes: ['cases:read'],
    endsAt: '2098-05-03T12:00:00.000Z',
  })
})
