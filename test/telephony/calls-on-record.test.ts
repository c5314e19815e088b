import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Cast, meetCast } from '../support/cast.ts'
import { setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let key: string
beforeAll(async () => {
  key = await service.key('calls:write')
})

let last = 50_000_000
const newPhone = (): string => `+316${++last}`
const tell = (of: object): Promise<Answer['body']> =>
  service.do('POST', '/v1/calls', { body: { callId: randomUUID(), direction: 'inbound', to: '204', ...of } })
const list = (query: string): Promise<Answer['body']> => service.do('GET', `/v1/calls?${query}`)
const ids = async (query: string): Promise<string[]> =>
  (await list(query)).data.map(({ id }: { id: string }) => id)
const read = (id: string): Promise<Answer['body']> => service.do('GET', `/v1/calls/${id}`)
const ago = (minutes: number): string =>
  Temporal.Now.instant().subtract({ minutes }).toString({ smallestUnit: 'millisecond' })

test('a call shows what was told of it, in the order in which it came, and what became of it', async () => {
  const { sanne, take, customer } = await setScene(service)
  const phone = newPhone()
  const change = (url: string, body: object) =>
    service.do('PATCH', url, { body, headers: { 'if-match': '*' } })
  await change(`/v1/customers/${customer.id}`, { phone })
  await change(`/v1/employees/${sanne.id}`, { extension: 'r204' })
  const kase = await take()
  const of = { callId: randomUUID(), from: phone }
  const [rang, picked] = [ago(3), ago(2)]
  await tell({ ...of, event: 'answered', at: picked, employeeExtension: 'r204' })
  await tell({ ...of, event: 'ended', at: ago(1) })
  const told = await tell({ ...of, event: 'ringing', at: rang })
  const { ring: _, ...shown } = told
  expect(await read(told.id)).toEqual({
    ...shown,
    state: 'ended',
    at: rang,
    employee: { id: sanne.id, name: sanne.name },
    employeeExtension: 'r204',
    customer: { id: customer.id, name: customer.name },
    caseId: kase.id,
    events: [
      { event: 'answered', at: picked, employeeExtension: 'r204' },
      { event: 'ended', at: null, employeeExtension: null },
      { event: 'ringing', at: rang, employeeExtension: null },
    ],
  })
  const contacts = await service.do('GET', `/v1/cases/${kase.id}/contacts`)
  expect(contacts.data.at(-1)).toMatchObject({ id: told.contactId, employeeId: sanne.id })
})

test('an extension that nobody has is said, and so is a caller without a number', async () => {
  await setScene(service)
  const { id } = await tell({ event: 'answered', from: 'anonymous', employeeExtension: '999' })
  expect(await read(id)).toMatchObject({
    from: null,
    state: 'answered',
    employee: null,
    employeeExtension: '999',
    customer: null,
    caseId: null,
    contactId: null,
  })
  const callId = randomUUID()
  await service.call('POST', `/v1/calls/zammad/${key}`, {
    key: null,
    body: { event: 'answer', callId, direction: 'in', from: null, to: '1', answeringNumber: '31201234567' },
  })
  expect((await list(`callId=${callId}`)).data).toMatchObject([
    { employee: null, employeeExtension: '31201234567' },
  ])
})

test('each filter finds what it says, and several at once what all of them say', async () => {
  const { piet, team } = await setScene(service)
  await service.do('PATCH', `/v1/employees/${piet.id}`, {
    body: { extension: 'f205' },
    headers: { 'if-match': '*' },
  })
  const [phone, ours] = [newPhone(), newPhone()]
  const customer = await service.customer({ phone, teamId: team.id })
  const ringing = await tell({ from: phone, to: ours, event: 'ringing', at: ago(60) })
  const answered = await tell({ from: phone, event: 'answered', employeeExtension: 'f205', at: ago(30) })
  const missed = await tell({ from: phone, event: 'ended', at: ago(20) })
  const of = { callId: `a b/${randomUUID()}`, direction: 'outbound', from: ours, to: phone }
  await tell({ ...of, event: 'answered' })
  const ended = await tell({ ...of, event: 'ended' })
  const [a, b, c, d] = [ringing, answered, missed, ended].map(({ id }) => id)
  const whose = `customerId=${customer.id}`
  for (const [query, found] of [
    [whose, [d, c, b, a]],
    [`${whose}&state=ringing`, [a]],
    [`${whose}&state=answered`, [b]],
    [`${whose}&state=missed`, [c]],
    [`${whose}&state=ended`, [d]],
    [`${whose}&state=missed,ended`, [d, c]],
    [`${whose}&direction=outbound`, [d]],
    [`employeeId=${piet.id}`, [b]],
    [`caseId=${missed.caseId}`, [d, c].slice(ended.caseId === missed.caseId ? 0 : 1)],
    [`callId=${encodeURIComponent(of.callId)}`, [d]],
    [`callId=${encodeURIComponent(` ${of.callId}`)}`, []],
    [`from=${encodeURIComponent(phone)}`, [c, b, a]],
    [`from=${phone.slice(1)}`, [c, b, a]],
    [`from=0${phone.slice(3)}`, [c, b, a]],
    [`from=0${phone.slice(3)},${encodeURIComponent(ours)}`, [d, c, b, a]],
    [`to=${encodeURIComponent(ours)}`, [a]],
    [`${whose}&atAfter=${ago(40)}`, [d, c, b]],
    [`${whose}&atBefore=${ago(25)}`, [b, a]],
    [`${whose}&atAfter=${ago(40)}&atBefore=${ago(25)}&state=answered`, [b]],
  ] as const)
    expect([query, await ids(query)]).toEqual([query, found])
  for (const query of ['from=hello', 'state=open', 'atAfter=2026', 'extension=204', 'employeeId=piet'])
    expect([query, (await service.call('GET', `/v1/calls?${query}`)).status]).toEqual([query, 400])
})

test('pages leave none out and repeat none, while others are written', async () => {
  const phone = newPhone()
  const mine: string[] = []
  for (let n = 0; n < 7; n++) mine.unshift((await tell({ from: phone, event: 'ringing' })).id)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Answer['body'] = await list(
      `from=${encodeURIComponent(phone)}&limit=3${cursor && `&cursor=${cursor}`}`,
    )
    seen.push(...page.data.map(({ id }: { id: string }) => id))
    cursor = page.nextCursor
    await tell({ from: phone, event: 'ringing' })
  }
  expect(seen).toEqual(mine)
})

test('a call stays with whoever stands for its customer now', async () => {
  const { team } = await setScene(service)
  const phone = newPhone()
  const [gone, stays] = [
    await service.customer({ phone, teamId: team.id }),
    await service.customer({ teamId: team.id }),
  ]
  const { id } = await tell({ from: phone, event: 'ringing' })
  await service.do('POST', `/v1/customers/${gone.id}/merge-into`, { body: { customerId: stays.id } })
  expect(await read(id)).toMatchObject({ customer: { id: stays.id } })
  expect(await ids(`customerId=${stays.id}`)).toEqual([id])
})

test('a version is a tag, and what has not changed is not sent again', async () => {
  const of = { callId: randomUUID(), from: newPhone() }
  const { id } = await tell({ ...of, event: 'ringing' })
  const { headers } = await service.call('GET', `/v1/calls/${id}`)
  expect(headers.etag).toBe('"1"')
  const again = () => service.call('GET', `/v1/calls/${id}`, { headers: { 'if-none-match': '"1"' } })
  expect((await again()).status).toBe(304)
  await tell({ ...of, event: 'answered' })
  expect((await again()).status).toBe(200)
})

test('a call about a complaint does not exist for an admin whom it is about', async () => {
  const people: Cast = await meetCast(service)
  const phone = newPhone()
  const customer = await service.customer({ phone, teamId: (await people.standing().team()).id })
  const kase = await service.do('POST', '/v1/cases', {
    as: people.id.owner,
    body: { customerId: customer.id, question: 'Rude.', aboutEmployeeId: people.id.concernedAdmin },
  })
  const { id, caseId } = await tell({ from: phone, event: 'ended' })
  expect(caseId).toBe(kase.id)
  const as = people.as('concernedAdmin')
  expect((await service.call('GET', `/v1/calls/${id}`, as)).status).toBe(404)
  const { body } = await service.call('GET', `/v1/calls?customerId=${customer.id}`, as)
  expect(body.data).toEqual([])
  expect((await service.call('GET', `/v1/calls/${id}`, people.as('admin'))).status).toBe(200)
})
