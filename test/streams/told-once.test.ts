import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { persist, type Send } from '../faults/story.ts'
import { addressOf } from '../support/listen-to-events.ts'
import { Receiver } from '../support/receive-webhooks.ts'
import { inbound, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'
import { type Follower, hearStream, readPages } from './readers.ts'
import { changeSlowly, deliveriesOf, feedBehind, startBeside, tellEverything } from './what-is-told.ts'

const service = useService({ webhooks: true, webhookPrivateNetworks: ['127.0.0.0/8'] })
const until = (isSo: () => void | Promise<void>) => vi.waitFor(isSo, { timeout: 90_000, interval: 50 })

const receivers = [new Receiver(), new Receiver()] as const

test.each([
  ['an instance', receivers[0], false],
  ['two instances, of which one is killed', receivers[1], true],
] as const)(
  'while a transaction is open and 500 others commit, whoever follows %s by pages, by the stream or by a webhook is told of every event once, in order',
  async (_, receiver, isKilled) => {
    const mine = await addressOf(service)
    const beside = isKilled ? await startBeside(service) : undefined
    let other = beside?.address ?? mine
    const { take, sanne, piet } = await setScene(service)
    const { webhookId, start } = await tellEverything(service, receiver)
    const kases = await Promise.all(Array.from({ length: 25 }, () => take()))
    const held = await take()
    const late = await changeSlowly(service, held.id)

    let isOver = false
    const follower = (address: () => string): Follower => {
      return { address, key: service.adminKey, start, isOver: () => isOver, told: [] }
    }
    const both = [() => mine, () => other]
    const [reading, hearing] = [both.map(follower), both.map(follower)]
    const following = Promise.all([...reading.map(readPages), ...hearing.map(hearStream)])
    const untilToldOf = (events: readonly string[]) =>
      until(() => {
        for (const { told } of [...reading, ...hearing]) expect(told.length).toBe(events.length)
      })

    let turn = 0
    const send: Send = async ({ url, as, body, key }) => {
      const answer = await fetch(`${turn++ % 2 ? other : mine}${url}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${service.adminKey}`,
          'content-type': 'application/json',
          'on-behalf-of': as,
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      })
      return { status: answer.status, text: await answer.text(), replayed: false }
    }
    const change = async (n: number): Promise<void> => {
      const url = `/v1/cases/${kases[n % kases.length].id}`
      const what =
        n % 3 === 0
          ? { url: `${url}/contacts`, as: piet.id, body: inbound }
          : { url: `${url}/notes`, as: sanne.id, body: { text: 'Asked the bank.' } }
      expect((await persist(send, { ...what, key: randomUUID() })).status).toBe(201)
    }
    const commitFrom = async (first: number, end: number): Promise<void> => {
      let next = first
      const writer = async () => {
        while (next < end) await change(next++)
      }
      await Promise.all(Array.from({ length: 6 }, writer))
    }

    await commitFrom(0, 250)
    const committing = commitFrom(250, 500)
    if (beside) {
      // An instance has eight requests to one webhook under way at most: with a ninth, both are at it.
      const going = Promise.withResolvers<'accept'>()
      receiver.judge = () => going.promise
      await until(() => expect(receiver.open).toBeGreaterThan(8))
      beside.kill()
      await beside.ended
      other = mine
      // Its connections broke before its end was told, and that is heard within the turns of the loop that begin now.
      for (let turns = 0; turns < 5; turns++) await setImmediate()
      // What the dead one was at is its own for half a minute, which is over when the test says so.
      service.clock.now = Temporal.Now.instant()
      receiver.judge = () => 'accept'
      going.resolve('accept')
    }
    await committing

    const before = await feedBehind(service, start)
    expect(before.length).toBeGreaterThan(500)
    expect(before).not.toContain(late.id)
    await untilToldOf(before)
    await late.commit()
    await service.do('POST', `/v1/cases/${held.id}/notes`, { as: sanne.id, body: { text: 'After it.' } })
    const all = await feedBehind(service, start)
    expect([all.length, all.at(-2)]).toEqual([before.length + 2, late.id])
    await untilToldOf(all)
    isOver = true
    await following
    for (const { told } of [...reading, ...hearing]) expect(told).toEqual(all)

    const sent = [start, ...all]
    // Until all that the living can do is done: what arrived is written down, and of the rest nobody may begin.
    await until(async () => {
      const { all: made, arrived, free } = await deliveriesOf(service, webhookId)
      expect([made, free, receiver.open]).toEqual([sent.length, 0, 0])
      expect(arrived).toBe(receiver.accepted.size)
    })
    expect(receiver.lost.length > 0).toBe(isKilled)
    expect((await deliveriesOf(service, webhookId)).claimed > 0).toBe(isKilled)
    service.clock.now = service.clock.now?.add({ seconds: 31 })
    await until(() => expect(receiver.accepted.size).toBe(sent.length))
    expect([...receiver.accepted.keys()].sort()).toEqual(sent.sort())
    expect(receiver.arrived.length).toBe(sent.length + receiver.lost.length)
    expect(receiver.wrong).toEqual([])
    await service.do('DELETE', `/v1/webhooks/${webhookId}`)
  },
)
