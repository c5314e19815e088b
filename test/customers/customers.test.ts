import { beforeAll, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let early: Answer
let team: Answer['body']
beforeAll(async () => {
  early = await post({ name: 'Mevrouw Dijkstra' })
  team = await service.team()
})

const pointers = (answer: Answer): string[] =>
  answer.body.errors.map((e: { pointer: string }) => e.pointer).sort()
const post = (body: unknown) => service.call('POST', '/v1/customers', { body })
const patch = (customer: { id: string }, body: unknown, version = '*') =>
  service.call('PATCH', `/v1/customers/${customer.id}`, {
    body,
    headers: { 'if-match': version === '*' ? '*' : `"${version}"` },
  })

test('before there is a team, there are no customers', () => {
  expect([early.status, early.body.code]).toEqual([409, 'organisation-not-ready'])
})

test('a name is enough, and so is a point of contact', async () => {
  const answer = await post({ name: 'Mevrouw Dijkstra' })
  expect(answer.status).toBe(201)
  expect(answer.headers.location).toBe(`/v1/customers/${answer.body.id}`)
  expect(answer.body).toMatchObject({
    kind: 'person',
    anonymous: false,
    phone: null,
    otherContactPoints: [],
    language: null,
    teamId: team.id,
    references: [],
    version: 1,
  })
  for (const body of [
    { phone: '06 12345678' },
    { email: 'x@example.org' },
    { otherContactPoints: [{ channel: 'letter', address: 'Dorpsstraat 1' }] },
  ]) {
    expect((await post(body)).status).toBe(201)
  }
})

test('what is made is what is read back, in one way of writing', async () => {
  const made = await service.customer({
    kind: 'organisation',
    phone: '020-123 4567',
    email: 'Info@Example.org',
    otherContactPoints: [
      { channel: 'phone', address: '06 12345678', label: 'mobile' },
      { channel: 'email', address: 'other@example.org' },
      { channel: 'phone', address: '+31612345678' },
    ],
    language: 'NL-be',
    segment: 'shops',
    preferredChannel: 'email',
    preferredWindows: { friday: [{ from: '18:00', until: '20:00' }] },
    references: [
      { system: 'shop', externalId: '7' },
      { system: 'crm', externalId: 'Z' },
      { system: 'crm', externalId: 'a' },
      { system: 'shop', externalId: '7' },
    ],
  })
  expect(made).toMatchObject({
    phone: '+31201234567',
    language: 'nl-BE',
    otherContactPoints: [
      { channel: 'phone', address: '+31612345678', label: 'mobile' },
      { channel: 'email', address: 'other@example.org' },
    ],
    references: [
      { system: 'crm', externalId: 'Z' },
      { system: 'crm', externalId: 'a' },
      { system: 'shop', externalId: '7' },
    ],
  })
  const got = await service.call('GET', `/v1/customers/${made.id}`)
  expect(got.body).toEqual(made)
  expect(got.headers.etag).toBe('"1"')
})

test.each([
  [{}, ['#/name']],
  [{ name: null, otherContactPoints: [] }, ['#/name']],
  [{ references: [{ system: 'crm', externalId: 'only' }] }, ['#/name']],
  [{ name: 'x'.repeat(10_240) }, ['#/name']],
  [{ name: 'Dijkstra\u0000' }, ['#/name']],
  [{ name: 'D', phone: '0' }, ['#/phone']],
  [{ name: 'D', phone: '06 1234 567' }, ['#/phone']],
  [{ name: 'D', email: 'a@b' }, ['#/email']],
  [{ name: 'D', language: 'not a language' }, ['#/language']],
  [{ name: 'D', kind: 'robot', preferredChannel: 'fax' }, ['#/kind', '#/preferredChannel']],
  [{ otherContactPoints: [{ channel: 'fax', address: '1' }] }, ['#/otherContactPoints/0/channel']],
  [
    {
      otherContactPoints: [
        { channel: 'web', address: 'x' },
        { channel: 'phone', address: '1' },
      ],
    },
    ['#/otherContactPoints/1/address'],
  ],
  [{ otherContactPoints: [{ channel: 'email', address: 'x' }] }, ['#/otherContactPoints/0/address']],
  [
    { name: 'D', preferredWindows: { monday: [{ from: '10:00', until: '09:00' }] } },
    ['#/preferredWindows/monday/0/until'],
  ],
  [{ name: 'D', references: [{ system: '' }] }, ['#/references/0/externalId', '#/references/0/system']],
  [{ anonymous: true, name: 'D', phone: '06 12345678' }, ['#/name', '#/phone']],
  [{ anonymous: true, references: [{ system: 'crm', externalId: 'x' }] }, ['#/references']],
  [{ name: 'D', version: 3 }, ['#/version']],
])('what is wrong with %j is named', async (body, wrong) => {
  const answer = await post(body)
  expect([answer.status, answer.body.code]).toEqual([400, 'validation-failed'])
  expect(pointers(answer)).toEqual(wrong)
})

test('half a character is refused, wherever it stands', async () => {
  const answer = await service.call('POST', '/v1/customers', {
    body: '{"name":"D","references":[{"system":"crm","externalId":"\\udc00"}]}',
    headers: { 'content-type': 'application/json' },
  })
  expect([answer.status, pointers(answer)]).toEqual([400, ['#/references/0/externalId']])
})

test('an anonymous customer needs nothing, and stops being one by saying who they are', async () => {
  const made = (await post({ anonymous: true, language: 'fr' })).body
  expect(made).toMatchObject({ anonymous: true, name: null, teamId: team.id })
  expect(await service.do('GET', `/v1/customers/${made.id}`)).toEqual(made)
  expect((await patch(made, { segment: 'visitors' })).body).toMatchObject({ anonymous: true, version: 2 })
  expect((await patch(made, { name: 'Monsieur Petit' })).body).toMatchObject({ anonymous: false, version: 3 })
  expect(pointers(await patch(made, { name: null }))).toEqual(['#/name'])
})

test('the team is the one given, else the oldest that serves the segment, else the default one', async () => {
  const first = await service.team({ segments: ['gold', 'silver'] })
  const second = await service.team({ segments: ['gold'] })
  expect((await service.customer({ segment: 'gold', teamId: second.id })).teamId).toBe(second.id)
  expect((await service.customer({ segment: 'gold' })).teamId).toBe(first.id)
  expect((await service.customer({ segment: 'bronze' })).teamId).toBe(team.id)
  const customer = await service.customer({})
  expect(customer.teamId).toBe(team.id)
  expect((await patch(customer, { segment: 'silver' })).body.teamId).toBe(team.id)
  expect((await patch(customer, { teamId: null })).body.teamId).toBe(first.id)
  expect((await patch(customer, { teamId: null, segment: null })).body.teamId).toBe(team.id)
  const nowhere = await post({ name: 'D', teamId: customer.id })
  expect([nowhere.status, pointers(nowhere)]).toEqual([422, ['#/teamId']])
})

test('a change needs the version that it changes, and the losers of several hear so', async () => {
  const customer = await service.customer({})
  const url = `/v1/customers/${customer.id}`
  expect((await service.call('PATCH', url, { body: { name: 'D' } })).body.code).toBe('version-required')
  expect((await patch(customer, {})).status).toBe(400)
  const answers = await atOnce([service], (_, n) => patch(customer, { name: `Number ${n}` }, '1'), 10)
  expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(9).fill(412)])
})

test('what is left out stays, null clears, and what is the same already is no change', async () => {
  const customer = await service.customer({
    email: 'd@example.org',
    segment: 'shops',
    preferredWindows: { monday: [{ from: '09:00', until: '10:00' }] },
  })
  const tuesday = [{ from: '13:00', until: '14:00' }]
  const named = await patch(await service.customer({ preferredWindows: customer.preferredWindows }), {
    preferredWindows: { tuesday },
  })
  expect(named.body.preferredWindows).toEqual({ ...customer.preferredWindows, tuesday })
  const changed = (await patch(customer, { email: null, preferredWindows: null, language: 'nl' })).body
  expect(changed).toEqual({
    ...customer,
    email: null,
    preferredWindows: null,
    language: 'nl',
    updatedAt: expect.any(String),
    version: 2,
  })
  expect((await patch(customer, { phone: '06 12345678', language: 'NL' })).body).toEqual(changed)
  expect(pointers(await patch(customer, { name: null, phone: null }))).toEqual(['#/name'])
  expect(await service.do('GET', `/v1/customers/${customer.id}`)).toEqual(changed)
})

test('references are given whole, and another customer’s cannot be had', async () => {
  const [one, two] = [
    await service.customer({
      references: [
        { system: 'erp', externalId: '1' },
        { system: 'erp', externalId: '2' },
      ],
    }),
    await service.customer({}),
  ]
  const kept = [
    { system: 'erp', externalId: '2' },
    { system: 'erp', externalId: '3' },
  ]
  expect((await patch(one, { references: kept })).body.references).toEqual(kept)
  expect((await patch(two, { references: kept })).body.code).toBe('already-exists')
  expect((await patch(two, { references: [{ system: 'erp', externalId: '1' }] })).status).toBe(200)
  expect((await patch(one, { references: null })).body.references).toEqual([])
  expect((await patch(two, { references: kept })).body.references).toEqual(kept)
  expect((await service.do('GET', `/v1/customers/${one.id}`)).references).toEqual([])
})

test('changes of one customer’s references at once end as one of them', async () => {
  const customer = await service.customer({})
  const wanted = Array.from({ length: 12 }, (_, n) =>
    [
      { system: 'race', externalId: `${n}` },
      { system: 'race', externalId: `${n + 1}` },
    ].sort((a, b) => (a.externalId < b.externalId ? -1 : 1)),
  )
  const answers = await atOnce(wanted, (references) => patch(customer, { references }), 12)
  expect(answers.map((a, n) => [a.status, a.body.references, n])).toEqual(wanted.map((r, n) => [200, r, n]))
  expect(wanted).toContainEqual((await service.do('GET', `/v1/customers/${customer.id}`)).references)
})

test('of fifty customers made at once with one reference, one is made', async () => {
  const body = { name: 'D', references: [{ system: 'once', externalId: '1' }] }
  const answers = await atOnce([service], () => post(body))
  expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
  expect(answers.filter((a) => a.body.code === 'already-exists')).toHaveLength(49)
})

test('the history says which fields changed, and nothing of what they say', async () => {
  const customer = await service.customer({ name: 'Secret Agent' })
  await patch(customer, { email: 'secret@example.org', kind: 'person' })
  const { rows } = await service.sql.query(
    'select type, data from events where customer_id = $1 order by id',
    [customer.id],
  )
  expect(rows).toEqual([
    { type: 'customer.created', data: { fields: ['name', 'phone'] } },
    { type: 'customer.changed', data: { fields: ['email'] } },
  ])
})

test('a system needs the scope; any employee may', async () => {
  const member = await service.employee({ teamId: team.id })
  const body = { name: 'D' }
  expect((await service.call('POST', '/v1/customers', { as: member.id, body })).status).toBe(201)
  expect((await service.call('GET', '/v1/customers', { as: member.id })).status).toBe(200)
  const reader = await service.key('customers:read')
  expect((await service.call('GET', '/v1/customers', { key: reader })).status).toBe(200)
  expect((await service.call('POST', '/v1/customers', { key: reader, body })).status).toBe(403)
  const writer = await service.key('customers:write')
  expect((await service.call('POST', '/v1/customers', { key: writer, body })).status).toBe(201)
  expect((await service.call('GET', '/v1/customers', { key: writer })).status).toBe(403)
})

test('a customer sent twice with one key is made once', async () => {
  const call = { body: { name: 'D' }, headers: { 'idempotency-key': 'once' } }
  const [first, again] = [
    await service.call('POST', '/v1/customers', call),
    await service.call('POST', '/v1/customers', call),
  ]
  expect(again.text).toBe(first.text)
  expect(again.headers['idempotent-replayed']).toBe('true')
})

test('an unknown customer is not found', async () => {
  expect((await service.call('GET', `/v1/customers/${team.id}`)).body.code).toBe('not-found')
  expect((await patch(team, { name: 'D' })).body.code).toBe('not-found')
})
