import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { giveUpCalls, nextGivenUp } from '../../src/rooms/telephony/give-up-calls.ts'
import { setScene } from '../support/scene.ts'
import { type Answer, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
const open = (url: string) => openDatabase({ url, connections: 4, onError: () => undefined })
let instances: readonly [Database, Database]
beforeAll(() => {
  instances = [open(service.databaseUrl), open(service.databaseUrl)]
})
afterAll(() => Promise.all(instances.map((db) => db.close())))

const now = () => Temporal.Now.instant()
const sweep = (minutes: number, db = instances[0]) => giveUpCalls(db, () => now().add({ minutes }))

let last = 40_000_000
async function ring(fields: object = {}) {
  const of = { callId: randomUUID(), direction: 'inbound', from: `+316${++last}`, to: '204', ...fields }
  const tell = (event: string, more: object = {}): Promise<Answer['body']> =>
    service.do('POST', '/v1/calls', { body: { ...of, event, ...more } })
  const told = await tell('ringing')
  const read = (): Promise<Answer['body']> => service.do('GET', `/v1/calls/${told.id}`)
  return { tell, read, told, phone: of.from }
}

test('a call whose end is never told is missed after ten minutes, and not before', async () => {
  await setScene(service)
  const { read, phone, told } = await ring()
  await sweep(9)
  expect(await read()).toMatchObject({ state: 'ringing', caseId: null })
  expect((await nextGivenUp(instances[0], now())) ?? '').toBe(
    Temporal.Instant.from(told.at).add({ minutes: 10 }).toString({ smallestUnit: 'millisecond' }),
  )
  expect(await sweep(10)).toBe(1)
  const call = await read()
  expect(call).toMatchObject({ state: 'missed', events: [{ event: 'ringing' }], version: told.version + 1 })
  const kase = await service.do('GET', `/v1/cases/${call.caseId}`)
  expect(kase).toMatchObject({
    status: 'open',
    openedBy: { kind: 'system' },
    callback: { channel: 'phone', to: phone, state: 'open' },
  })
  expect((await service.do('GET', `/v1/cases/${call.caseId}/contacts`)).data).toMatchObject([
    { id: call.contactId, outcome: 'missed', at: told.at },
  ])
})

test('on any number of instances at once each is missed once, and again changes nothing', async () => {
  await setScene(service)
  const calls = []
  for (let n = 0; n < 12; n++) calls.push(await ring())
  const done = await Promise.all(
    Array.from({ length: 10 }, (_, n) => sweep(11, instances[n % 2 === 0 ? 0 : 1])),
  )
  expect(done.reduce((sum, n) => sum + n)).toBe(12)
  expect(await sweep(60)).toBe(0)
  for (const { read } of calls) {
    const { state, caseId, customer } = await read()
    expect(state).toBe('missed')
    expect((await service.do('GET', `/v1/cases?customerId=${customer.id}`)).data.length).toBe(1)
    expect((await service.do('GET', `/v1/cases/${caseId}/contacts`)).data.length).toBe(1)
  }
})

test('what is told late is what it would have been: an end changes nothing, an answer ends the question', async () => {
  const { piet } = await setScene(service)
  await service.do('PATCH', `/v1/employees/${piet.id}`, {
    body: { extension: 'late' },
    headers: { 'if-match': '*' },
  })
  const [ended, answered] = [await ring(), await ring()]
  await sweep(11)
  const { caseId, contactId } = await ended.tell('ended')
  expect((await service.do('GET', `/v1/cases/${caseId}/contacts`)).data).toMatchObject([{ id: contactId }])
  expect(await ended.read()).toMatchObject({
    state: 'missed',
    events: [{ event: 'ringing' }, { event: 'ended' }],
  })
  const late = await answered.tell('answered', { employeeExtension: 'late' })
  expect(late).toMatchObject({ state: 'answered', employee: { id: piet.id } })
  expect(await service.do('GET', `/v1/cases/${late.caseId}`)).toMatchObject({
    status: 'resolved',
    resolution: { outcome: 'notAQuestion' },
  })
})

test('an answered call, one that showed no number and one that ended are left as they are', async () => {
  await setScene(service)
  const [answered, ended, hidden, outbound] = [
    await ring(),
    await ring(),
    await ring({ from: 'anonymous' }),
    await ring({ direction: 'outbound', from: '204', to: '+31699999999' }),
  ]
  await answered.tell('answered')
  await ended.tell('ended')
  await sweep(11)
  expect(await answered.read()).toMatchObject({ state: 'answered', caseId: null })
  expect((await service.do('GET', `/v1/cases/${(await ended.read()).caseId}/contacts`)).data.length).toBe(1)
  expect(await hidden.read()).toMatchObject({ state: 'missed', caseId: null, customer: null })
  expect(await outbound.read()).toMatchObject({ state: 'missed', caseId: null, customer: null })
})

test('the service does it by itself, and a call that began before it started is not forgotten', async () => {
  await setScene(service)
  const { read } = await ring({ at: now().subtract({ minutes: 11 }).toString() })
  const beside = await startService(service, { deadlines: true })
  await expect.poll(async () => (await read()).state, { timeout: 10_000 }).toBe('missed')
  await beside.stop()
})

test('where nobody works yet it waits, and keeps no other from its turn', async () => {
  const empty = await startService()
  const db = open(empty.databaseUrl)
  const body = { callId: 'first', event: 'ringing', direction: 'inbound', from: '+31612345678', to: '204' }
  const call = await empty.do('POST', '/v1/calls', { body })
  const later = () => now().add({ minutes: 11 })
  expect(await giveUpCalls(db, later)).toBe(0)
  expect(await empty.do('GET', `/v1/calls/${call.id}`)).toMatchObject({ state: 'ringing' })
  await empty.employee({ teamId: (await empty.team()).id })
  expect(await giveUpCalls(db, later)).toBe(1)
  expect(await empty.do('GET', `/v1/calls/${call.id}`)).toMatchObject({ state: 'missed' })
  await db.close()
  await empty.stop()
})
