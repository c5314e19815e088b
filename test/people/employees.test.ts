import { beforeAll, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let team: Answer['body']
beforeAll(async () => {
  team = await service.team()
  await service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Invoice' } })
  await service.do('POST', '/v1/topics', { body: { code: 'moving-house', name: 'Moving house' } })
})

const pointers = (answer: Answer): string[] =>
  answer.body.errors.map((e: { pointer: string }) => e.pointer).sort()
const ids = (page: Answer['body']): string[] => page.data.map((e: { id: string }) => e.id)

test('a name is enough: the rest has sensible defaults', async () => {
  const answer = await service.call('POST', '/v1/employees', { body: { name: 'Sanne de Wit' } })
  expect(answer.status).toBe(201)
  expect(answer.headers.location).toBe(`/v1/employees/${answer.body.id}`)
  expect(answer.body).toMatchObject({
    name: 'Sanne de Wit',
    email: null,
    teamId: null,
    discipline: 'both',
    role: 'member',
    topics: [],
    contractHours: 36,
    active: true,
    version: 1,
  })
})

test('what is made is what is read back, with the telephone number in E.164', async () => {
  const made = await service.employee({
    email: 'sanne@example.org',
    subject: 'idp|1',
    teamId: team.id,
    discipline: 'front',
    role: 'coach',
    phone: '06 1234 5678',
    topics: ['moving-house', 'invoice', 'invoice'],
    workingHours: { monday: [{ from: '09:00', until: '17:00' }] },
    contractHours: 31.5,
  })
  expect(made).toMatchObject({ phone: '+31612345678', topics: ['invoice', 'moving-house'] })
  const got = await service.call('GET', `/v1/employees/${made.id}`)
  expect(got.body).toEqual(made)
  expect(got.headers.etag).toBe('"1"')
})

test.each([
  ['+31 (0)6 12345678', '+31612345678'],
  ['tel:+31-6-12345678', '+31612345678'],
  ['(+31) 6 12345678', '+31612345678'],
  ['0031612345678', '+31612345678'],
  ['+1 202 555 0100', '+12025550100'],
])('the number %s is read as %s', async (phone, read) => {
  expect((await service.employee({ phone })).phone).toBe(read)
})

test.each([
  [{ name: ' ' }, ['#/name']],
  [{ name: 'x'.repeat(10_240) }, ['#/name']],
  [{ name: 'Sanne\u0000' }, ['#/name']],
  [{ name: 'Sanne', email: 'nowhere' }, ['#/email']],
  [{ name: 'Sanne', phone: '12' }, ['#/phone']],
  [{ name: 'Sanne', phone: '020 123 4567 ext. 9' }, ['#/phone']],
  [{ name: 'Sanne', phone: 'call me' }, ['#/phone']],
  [
    { name: 'Sanne', role: 'boss', discipline: 'all', contractHours: 0 },
    ['#/contractHours', '#/discipline', '#/role'],
  ],
  [
    { name: 'Sanne', workingHours: { monday: [{ from: '25:00', until: '26:00' }] } },
    ['#/workingHours/monday/0/from', '#/workingHours/monday/0/until'],
  ],
  [{ name: 'Sanne', teamId: 'none' }, ['#/teamId']],
  [{ naam: 'Sanne' }, ['#/naam', '#/name']],
])('what is wrong with %j is named', async (body, wrong) => {
  const answer = await service.call('POST', '/v1/employees', { body })
  expect(answer.status).toBe(400)
  expect(answer.body.code).toBe('validation-failed')
  expect(pointers(answer)).toEqual(wrong)
})

test('half a character in a name is refused, wherever it stands', async () => {
  const answer = await service.call('POST', '/v1/employees', {
    body: '{"name":"Sanne \\ud800"}',
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(400)
  expect(pointers(answer)).toEqual(['#/name'])
})

test('a team or a topic that does not exist is named', async () => {
  const unknown = '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640'
  const noTeam = await service.call('POST', '/v1/employees', { body: { name: 'Sanne', teamId: unknown } })
  expect([noTeam.status, noTeam.body.code, pointers(noTeam)]).toEqual([422, 'unprocessable', ['#/teamId']])
  const sanne = await service.employee({})
  const noTopic = await service.call('PATCH', `/v1/employees/${sanne.id}`, {
    body: { topics: ['invoice', 'constructor'] },
    headers: { 'if-match': '"1"' },
  })
  expect([noTopic.status, pointers(noTopic)]).toEqual([422, ['#/topics/1']])
})

test('a subject names one employee, however many are made at once', async () => {
  const answers = await atOnce(
    [service],
    () => service.call('POST', '/v1/employees', { body: { name: 'Sanne', subject: 'idp|once' } }),
    20,
  )
  expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
  expect(answers.filter((a) => a.body.code === 'already-exists')).toHaveLength(19)
})

test('a change needs the version that it changes, leaves what is left out, and clears with null', async () => {
  const sanne = await service.employee({ email: 'sanne@example.org', topics: ['invoice'] })
  const url = `/v1/employees/${sanne.id}`
  const change = { topics: ['moving-house'], email: null }
  expect((await service.call('PATCH', url, { body: change })).status).toBe(428)
  expect((await service.call('PATCH', url, { body: {}, headers: { 'if-match': '"1"' } })).status).toBe(400)
  const answers = await atOnce(
    [service],
    () => service.call('PATCH', url, { body: change, headers: { 'if-match': '"1"' } }),
    8,
  )
  expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(7).fill(412)])
  const expected = { ...sanne, email: null, topics: ['moving-house'], version: 2 }
  expect(answers.find((a) => a.status === 200)?.body).toEqual(expected)
  expect(await service.do('GET', url)).toEqual(expected)
})

test('a change of working hours names days, and null takes away a day, all hours and all topics', async () => {
  const day = [{ from: '09:00', until: '12:00' }]
  const workingHours = { monday: day, friday: day }
  const { id } = await service.employee({ topics: ['invoice'], workingHours })
  const change = (body: object) =>
    service.do('PATCH', `/v1/employees/${id}`, { body, headers: { 'if-match': '*' } })
  const named = { friday: null, tuesday: day }
  expect((await change({ workingHours: named })).workingHours).toEqual({ monday: day, tuesday: day })
  expect(await change({ workingHours: null, topics: null })).toMatchObject({ workingHours: null, topics: [] })
  expect((await change({ workingHours: named })).workingHours).toEqual({ tuesday: day })
})

test('one of several changes at once without a version in mind loses nothing of the others', async () => {
  const sanne = await service.employee({})
  const url = `/v1/employees/${sanne.id}`
  const any = { 'if-match': '*' }
  await Promise.all([
    service.do('PATCH', url, { body: { topics: ['invoice'] }, headers: any }),
    service.do('PATCH', url, { body: { name: 'Sanne' }, headers: any }),
    service.do('PATCH', url, { body: { phone: '06 12345678' }, headers: any }),
    service.do('PATCH', url, { body: { contractHours: 20 }, headers: any }),
  ])
  expect(await service.do('GET', url)).toMatchObject({
    name: 'Sanne',
    phone: '+31612345678',
    topics: ['invoice'],
    contractHours: 20,
    version: 5,
  })
})

test('every filter finds what it names and nothing else', async () => {
  const other = await service.team()
  const one = await service.employee({
    name: 'Anne-Marie Öztürk',
    teamId: other.id,
    extension: '777',
    email: 'Anne.Marie@example.org',
    topics: ['invoice'],
    discipline: 'back',
    role: 'admin',
  })
  const two = await service.employee({
    name: 'Bram',
    teamId: other.id,
    extension: '778',
    topics: ['moving-house'],
  })
  const find = async (query: string) =>
    ids(await service.do('GET', `/v1/employees?teamId=${other.id}&${query}`))
  expect(await find('')).toEqual([one.id, two.id])
  expect(await find('role=admin')).toEqual([one.id])
  expect(await find('discipline=back,front')).toEqual([one.id])
  expect(await find('topic=invoice')).toEqual([one.id])
  expect(await find('topic=invoice,moving-house')).toEqual([one.id, two.id])
  expect(await find('extension=778')).toEqual([two.id])
  expect(await find('email=anne.marie@EXAMPLE.org')).toEqual([one.id])
  expect(await find('email=anne.marie@example.org,b@example.org')).toEqual([one.id])
  expect(await find('q=marie')).toEqual([one.id])
  expect(await find('q=anne-ma')).toEqual([one.id])
  expect(await find(`q=${encodeURIComponent('ÖZT anne.marie@ex')}`)).toEqual([one.id])
  expect(await find(`q=${encodeURIComponent("'&|!():*\\")}`)).toEqual([])
  await service.sql.query('update employees set departed_at = now() where id = $1', [two.id])
  expect(await find('active=true')).toEqual([one.id])
  expect(await find('active=false')).toEqual([two.id])
  expect((await service.do('GET', `/v1/employees/${two.id}`)).active).toBe(false)
})

test('a filter that does not exist, or makes no sense, is refused by name', async () => {
  const answer = await service.call('GET', '/v1/employees?active=maybe&name=x&limit=0')
  expect(answer.status).toBe(400)
  expect(pointers(answer)).toEqual(['#/active', '#/limit', '#/name'])
})

test('pages neither repeat nor lose anybody while others come', async () => {
  const before = await atOnce([service], () => service.employee({ extension: '900' }), 23)
  const seen: string[] = []
  let url: string | undefined = '/v1/employees?extension=900&limit=5'
  while (url !== undefined) {
    const [page]: [Answer, unknown] = await Promise.all([
      service.call('GET', url),
      service.employee({ extension: '900' }),
    ])
    seen.push(...ids(page.body))
    url = /<([^>]+)>/.exec(page.headers.link ?? '')?.[1]
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(before.every(({ id }) => seen.includes(id))).toBe(true)
})

test('only an admin makes or changes an employee; members and systems that read cases may look', async () => {
  const member = await service.employee({})
  const body = { name: 'Bram' }
  expect((await service.call('POST', '/v1/employees', { as: member.id, body })).status).toBe(403)
  const change = { as: member.id, body, headers: { 'if-match': '"1"' } }
  expect((await service.call('PATCH', `/v1/employees/${member.id}`, change)).status).toBe(403)
  expect((await service.call('GET', `/v1/employees/${member.id}`, { as: member.id })).status).toBe(200)
  const reader = await service.key('cases:read')
  expect((await service.call('GET', '/v1/employees', { key: reader })).status).toBe(200)
  expect((await service.call('POST', '/v1/employees', { key: reader, body })).status).toBe(403)
  const stranger = await service.key('events:read')
  expect((await service.call('GET', '/v1/employees', { key: stranger })).status).toBe(403)
})

test('what changed about an employee is in the history, without personal data', async () => {
  const sanne = await service.employee({ email: 'secret@example.org' })
  await service.do('PATCH', `/v1/employees/${sanne.id}`, {
    body: { email: 'hidden@example.org' },
    headers: { 'if-match': '"1"' },
  })
  const { rows } = await service.sql.query(
    `select type, data from events where data->>'employeeId' = $1 order by id`,
    [sanne.id],
  )
  expect(rows.map((r) => r.type)).toEqual(['employee.created', 'employee.changed'])
  expect(rows[1].data.fields).toEqual(['email'])
  expect(JSON.stringify(rows)).not.toContain('example.org')
})

test('an unknown employee is not found', async () => {
  const answer = await service.call('GET', '/v1/employees/0199a3ec-7f02-7e31-a2b8-51c9d0e7f640')
  expect(answer.body.code).toBe('not-found')
})
