import { afterEach, expect, test } from 'vitest'
import { expectInvariants } from '../support/invariants.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
afterEach(async () => {
  service.clock.now = undefined
  await expectInvariants(service)
})

const at = (minute: number) => Temporal.Instant.from('2026-11-03T10:00:00Z').add({ minutes: minute })
const idsOf = async (address: string, as?: string) => {
  const { data } = await service.do('GET', address, as ? { as } : {})
  return data.map(({ id }: { id: string }) => id)
}

test('a case was last changed when the last event of its history was, and is found and ordered by it', async () => {
  service.clock.now = at(0)
  const { take, sanne } = await setScene(service)
  const first = await take()
  service.clock.now = at(1)
  const second = await take()
  service.clock.now = at(2)
  const third = await take()
  expect(first.updatedAt).toBe(first.openedAt)
  service.clock.now = at(5)
  await service.do('POST', `/v1/cases/${first.id}/notes`, { as: sanne.id, body: { text: 'Looked it up.' } })

  const noted = await service.do('GET', `/v1/cases/${first.id}`, { as: sanne.id })
  expect(noted.updatedAt).toBe('2026-11-03T10:05:00.000Z')
  const timeline = await service.do('GET', `/v1/cases/${first.id}/timeline`, { as: sanne.id })
  expect(timeline.data.some((entry: { at: string }) => entry.at === noted.updatedAt)).toBe(true)

  for (const as of [undefined, sanne.id]) {
    const list = (query: string) => idsOf(`/v1/cases?ownerId=${sanne.id}&${query}`, as)
    expect(await list('order=updatedAt')).toEqual([second.id, third.id, first.id])
    expect(await list('order=-updatedAt')).toEqual([first.id, third.id, second.id])
    expect(await list('order=openedAt')).toEqual([first.id, second.id, third.id])
    expect(await list('')).toEqual([third.id, second.id, first.id])
    expect(await list('updatedAfter=2026-11-03T10:01:00Z')).toEqual([third.id, first.id])
    expect(await list('updatedBefore=2026-11-03T10:02:00Z')).toEqual([second.id])
    expect(await list('updatedAfter=2026-11-03T10:01:00Z&order=updatedAt')).toEqual([third.id, first.id])
  }
})

test('a cursor belongs to its order', async () => {
  const { take, sanne } = await setScene(service)
  for (let n = 0; n < 3; n++) await take()
  const list = (query: string) => service.call('GET', `/v1/cases?limit=1&${query}`, { as: sanne.id })
  const page = await list('order=updatedAt')
  const next = await list(`order=updatedAt&cursor=${page.body.nextCursor}`)
  expect(next.status).toBe(200)
  expect(next.body.data[0].id).not.toBe(page.body.data[0].id)
  expect((await list(`order=-updatedAt&cursor=${page.body.nextCursor}`)).status).toBe(400)
  const wrong = await list('order=priority')
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '#/order'])
})

test('a customer was last changed when what is on record of them was; a fact is none of that', async () => {
  service.clock.now = at(0)
  const { customer } = await setScene(service)
  const read = () => service.do('GET', `/v1/customers/${customer.id}`)
  expect((await read()).updatedAt).toBe('2026-11-03T10:00:00.000Z')
  service.clock.now = at(3)
  await service.do('POST', `/v1/customers/${customer.id}/facts`, { body: { text: 'Has a dog.' } })
  expect((await read()).updatedAt).toBe('2026-11-03T10:00:00.000Z')
  service.clock.now = at(4)
  const { version } = await read()
  const patched = await service.do('PATCH', `/v1/customers/${customer.id}`, {
    headers: { 'if-match': `"${version}"` },
    body: { segment: 'gold' },
  })
  expect(patched.updatedAt).toBe('2026-11-03T10:04:00.000Z')
  expect(await read()).toEqual(patched)
  expect(
    await idsOf('/v1/customers?updatedAfter=2026-11-03T10:03:59Z&updatedBefore=2026-11-03T11:00:00Z'),
  ).toEqual([customer.id])
  expect(
    await idsOf('/v1/customers?updatedAfter=2026-11-03T10:04:00Z&updatedBefore=2026-11-03T11:00:00Z'),
  ).toEqual([])
  expect(await idsOf('/v1/customers?updatedBefore=2026-11-03T10:04:00Z')).not.toContain(customer.id)
  expect(await idsOf('/v1/customers?updatedBefore=2026-11-03T10:04:01Z')).toContain(customer.id)
})

test('callbacks are listed by the end of the window or by when they were made', async () => {
  service.clock.now = at(0)
  const { take, sanne } = await setScene(service)
  const late = await take({ callback: { from: '2026-11-04T13:00:00Z', until: '2026-11-04T14:00:00Z' } })
  service.clock.now = at(1)
  const soon = await take({ callback: { from: '2026-11-03T13:00:00Z', until: '2026-11-03T14:00:00Z' } })
  const list = (query: string) => idsOf(`/v1/callbacks?ownerId=${sanne.id}&${query}`, sanne.id)
  const [a, b] = [late.callback.id, soon.callback.id]
  expect(await list('')).toEqual([b, a])
  expect(await list('order=until')).toEqual([b, a])
  expect(await list('order=-until')).toEqual([a, b])
  expect(await list('order=madeAt')).toEqual([a, b])
  expect(await list('order=-madeAt')).toEqual([b, a])
})
