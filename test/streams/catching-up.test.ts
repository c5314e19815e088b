import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { EventStreams } from '../../src/rooms/streams/event-streams.ts'
import { Listener } from '../../src/rooms/streams/listener.ts'
import { listenToEvents } from '../support/listen-to-events.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
const pageOf = async (query: string) => (await service.do('GET', `/v1/events?limit=200${query}`)).data

test('a beginning of types means in a stream what it means in a page, before it came and after', async () => {
  const { take } = await setScene(service)
  const [{ id }] = (await pageOf('&type=team.created')).slice(-1)
  await take()
  const authorization = `Bearer ${service.adminKey}`
  const types = '?type=case.*,callback.made'
  const stream = await listenToEvents(service, types, { authorization, 'last-event-id': id })
  await stream.until((heard) => heard.length >= 2)
  await take()
  await stream.until((heard) => heard.length >= 4)
  stream.stop()
  const all = await pageOf(`&after=${id}&type=case.*,callback.made`)
  expect(stream.heard.map(({ event }) => event)).toEqual(all)
})

const system = { kind: 'system', id: 'x', onBehalfOf: null, employee: null } as const
const until = (isSo: () => void) => vi.waitFor(isSo, { timeout: 60_000, interval: 20 })
const anybody = { ...system, reads: { cases: true, customers: true } }

/** Streams of an instance, and a listener who has heard all that there is by them. */
async function startStreams() {
  const db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => undefined })
  const streams = new EventStreams(
    db,
    {} as never,
    () => Temporal.Now.instant(),
    () => undefined,
  )
  const head = await streams.head()
  const first = new Listener(anybody, {}, head)
  streams.join(first)
  onTestFinished(async () => {
    await streams.stop()
    await db.close()
  })
  const happen = async () => {
    await service.team()
    await service.do('GET', '/v1/events?limit=1')
  }
  return { streams, head, first, happen }
}
/** How many events it was told of since it was last asked. */
function heardBy({ stream }: Listener): number {
  let text = ''
  for (let part = stream.read(); part !== null; part = stream.read()) text += part
  return text.split('id: ').length - 1
}

test('whoever is behind the others is not one of them before it has read what they have heard', async () => {
  const { streams, head, first, happen } = await startStreams()
  await happen()
  streams.wake()
  await until(() => expect(streams.position).toBeGreaterThan(head))
  const behind = new Listener(anybody, {}, head)
  expect(streams.join(behind)).toBe(false)
  expect(heardBy(first)).toBe(1)
  behind.position = streams.position
  expect(streams.join(behind)).toBe(true)
  await happen()
  streams.wake()
  await until(() => expect(behind.position).toBeGreaterThan(head + 1))
  expect([heardBy(first), heardBy(behind)]).toEqual([1, 1])
})

test('whoever has read more than the others have heard hears nothing twice', async () => {
  const { streams, head, first, happen } = await startStreams()
  await happen()
  const ahead = new Listener(anybody, {}, head + 1)
  expect(streams.join(ahead)).toBe(true)
  await until(() => expect(first.position).toBe(head + 1))
  expect([heardBy(first), heardBy(ahead)]).toEqual([1, 0])
})
