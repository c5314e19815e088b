import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { Listener } from '../../src/rooms/streams/listener.ts'
import { listenToEvents } from '../support/listen-to-events.ts'
import { setScene } from '../support/scene.ts'
import { startService } from '../support/service.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)

const team = (from = service) => from.team()
const pageOf = async (query: string) => (await service.do('GET', `/v1/events?limit=200${query}`)).data

test('a listener hears what happens from now on, whichever instance did it, as a page has it', async () => {
  await team()
  const stream = await listenToEvents(service)
  await team()
  await team(beside)
  await stream.until((heard) => heard.length >= 2)
  stream.stop()

  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(stream.headers.get('cache-control')).toBe('no-store')
  const all = await pageOf('&type=team.created')
  expect(stream.heard.map(({ event }) => event)).toEqual(all.slice(-2))
  expect(stream.heard.map(({ id }) => id)).toEqual(all.slice(-2).map(({ id }: { id: string }) => id))
})

test('Last-Event-ID leads on, over more than a page, and misses and repeats nothing', async () => {
  const first = await team()
  const [{ id }] = (await pageOf('&type=team.created')).slice(-1)
  expect(first.id).toEqual(expect.any(String))
  const { take } = await setScene(service)
  for (let n = 0; n < 90; n++) await take()
  const authorization = `Bearer ${service.adminKey}`
  const stream = await listenToEvents(service, '', { authorization, 'last-event-id': id })
  const { id: caseId } = await take()
  await stream.until((heard) =>
    heard.some(({ event }) => event.caseId === caseId && event.caseSequence === 3),
  )
  stream.stop()

  const told: string[] = []
  for (let after = id; ; after = told.at(-1) ?? id) {
    const page = await pageOf(`&after=${after}`)
    told.push(...page.map((event: { id: string }) => event.id))
    if (page.length < 200) break
  }
  expect(told.length).toBeGreaterThan(250)
  expect(stream.heard.map((each) => each.id)).toEqual(told)
})

test('filters narrow a stream, and a beginning that is no event is refused', async () => {
  const { take } = await setScene(service)
  const one = await take()
  const stream = await listenToEvents(service, `?type=note.added&caseId=${one.id}`)
  const every = await listenToEvents(service, `?type=*&caseId=${one.id}`)
  const other = await take()
  for (const { id } of [other, one])
    await service.do('POST', `/v1/cases/${id}/notes`, { as: one.owner.id, body: { text: 'Look.' } })
  await stream.until((heard) => heard.length > 0)
  await every.until((heard) => heard.length > 0)
  stream.stop()
  every.stop()

  expect(stream.heard.map(({ event }) => [event.type, event.caseId])).toEqual([['note.added', one.id]])
  const authorization = `Bearer ${service.adminKey}`
  const wrong = await listenToEvents(service, '', { authorization, 'last-event-id': crypto.randomUUID() })
  expect(wrong.status).toBe(400)
})

test('a complaint about an admin is in no stream of theirs', async () => {
  const { take, team } = await setScene(service)
  const admin = await service.employee({ teamId: team.id, role: 'admin' })
  const as = { authorization: `Bearer ${service.adminKey}`, 'on-behalf-of': admin.id }
  const live = await listenToEvents(service, '', as)
  const [{ id: last }] = (await pageOf('')).slice(-1)
  const complaint = await take({ aboutEmployeeId: admin.id })
  const other = await take()
  const later = await listenToEvents(service, '', { ...as, 'last-event-id': last })
  for (const stream of [live, later]) {
    await stream.until((heard) => heard.some(({ event }) => event.caseId === other.id))
    stream.stop()
    expect(stream.heard.filter(({ event }) => event.caseId === complaint.id)).toEqual([])
  }
})

test('a ticket opens one stream, for a minute', async () => {
  const admin = await service.employee({ teamId: (await team()).id, role: 'admin' })
  const { ticket, expiresAt } = await service.do('POST', '/v1/events/tickets', { as: admin.id })
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(50_000)
  const query = `?ticket=${ticket}`
  const stream = await listenToEvents(service, query, {})
  expect(stream.status).toBe(200)
  await team()
  await stream.until((heard) => heard.length > 0)
  stream.stop()

  expect((await listenToEvents(service, query, {})).status).toBe(401)
  expect((await listenToEvents(service, '?ticket=evt_nothing', {})).status).toBe(401)
  expect((await service.call('GET', `/v1/event-types?ticket=${ticket}`, { key: null })).status).toBe(401)
  const late = await service.do('POST', '/v1/events/tickets')
  service.clock.now = Temporal.Now.instant().add({ seconds: 61 })
  expect((await listenToEvents(service, `?ticket=${late.ticket}`, {})).status).toBe(401)
})

test('who may not read the feed hears no stream', async () => {
  const key = await service.key('cases:read')
  expect((await listenToEvents(service, '', { authorization: `Bearer ${key}` })).status).toBe(403)
  expect((await listenToEvents(service, '', {})).status).toBe(401)
})

test('streams end when the service stops, and say when to come back', async () => {
  const mine = await startService(service)
  const stream = await listenToEvents(mine)
  const began = performance.now()
  await mine.stop()
  await stream.ended
  expect(performance.now() - began).toBeLessThan(5000)
  expect(stream.text()).toMatch(/retry: 1000\n\n$/)
})

test('without LISTEN a listener hears of it all the same', async () => {
  await service.sql.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'eigenaar'`)
  // The first ones after the break may be answered 503.
  await vi.waitFor(() => service.do('GET', '/v1/events?limit=1'), { timeout: 10_000 })
  await vi.waitFor(() => team(), { timeout: 10_000 })
  const stream = await listenToEvents(service)
  expect(stream.status).toBe(200)
  await team()
  await stream.until((heard) => heard.length > 0)
  stream.stop()
})

test('who does not read is dropped, and what waits for them has an end', () => {
  const actor = { kind: 'system', id: 'x', onBehalfOf: null, employee: null } as const
  const listener = new Listener({ ...actor, reads: { cases: true, customers: true } }, {}, 0)
  for (let n = 0; n < 1000 && listener.isOpen; n++) listener.write('x'.repeat(1024))
  expect(listener.isOpen).toBe(false)
  expect(listener.stream.readableLength).toBeLessThanOrEqual(256 * 1024)
})

test('a key that is revoked hears nothing more after the next sign of life', async () => {
  const made = await service.do('POST', '/v1/api-keys', { body: { name: 'a crm', scopes: ['events:read'] } })
  const stream = await listenToEvents(service, '', { authorization: `Bearer ${made.key}` })
  await service.do('DELETE', `/v1/api-keys/${made.id}`)
  await Promise.race([stream.ended, sleep(17_000)])
  await team()
  await sleep(700)
  expect(stream.heard.filter(({ event }) => event.type === 'team.created')).toEqual([])
}, 30_000)
