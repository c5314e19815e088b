import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { Receiver } from '../support/receive-webhooks.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'
import { seeded } from './seeded.ts'
import { liveThrough, type Send } from './story.ts'
import { Workers } from './worker-process.ts'

const loopback = '127.0.0.0/8'
const service = useService({ webhookPrivateNetworks: [loopback] })
const workers = new Workers(() => service.databaseUrl, { WEBHOOK_PRIVATE_NETWORKS: loopback })
const receiver = new Receiver()

const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)
const seconds = Number(process.env.FAULT_SECONDS ?? 6)
/** Refusals of one event at most: with twelve it would be parked, and to send it again an operator’s. */
const mostRefusals = 6

/** Everything since the webhook was made, that included. */
const toldOf = `select f.event_id as id from feed f where f.position >=
  (select w.position from feed w join events e on e.id = w.event_id where e.type = 'webhook.created')`

/** As if the pauses after failures were over by now. */
const endPauses = () =>
  service.sql.query(
    `update webhook_deliveries set next_at = now() where state = 'pending' and next_at > now()`,
  )
/** As if half a minute had gone by since somebody began to send: whoever is dead has no claim any more, and no more who is alive. */
const endClaims = () =>
  service.sql.query('update webhook_deliveries set claimed_until = now() where claimed_until > now()')

test(
  `sent for ${seconds} seconds to a receiver that fails at random, by workers that are killed at random (TEST_SEED=${seed}), no event is lost, and each case keeps its order`,
  async () => {
    const chance = seeded(seed)
    const refusals = new Map<string, number>()
    receiver.judge = async ({ id }) => {
      const what = chance()
      if (what > 0.9) await sleep(chance() * 1200)
      const refused = refusals.get(id) ?? 0
      if (what > 0.3 || refused >= mostRefusals) return 'accept'
      refusals.set(id, refused + 1)
      return what < 0.2 ? 'refuse' : 'cut'
    }

    const body = { url: receiver.url }
    const { secret } = await service.do('POST', '/v1/webhooks', { body })
    receiver.secret.resolve(secret)
    const { sanne, piet, customer } = await setScene(service)
    const fleet = await Promise.all([workers.start(), workers.start()])
    const end = Date.now() + seconds * 1000
    const isOver = () => Date.now() > end

    const send: Send = async ({ url, as, body, key }) => {
      await sleep(70)
      const answer = await service.call('POST', url, { as, body, headers: { 'idempotency-key': key } })
      return { status: answer.status, text: answer.text, replayed: false }
    }
    const people = { owner: sanne.id, colleague: piet.id, customer: customer.id }
    const living = [1, 2, 3].map((n) => liveThrough(send, seeded(seed + n), people, isOver))
    let killed = 0
    const torment = async (first: ChildProcess): Promise<void> => {
      for (let worker = first; killed < fleet.length || !isOver(); killed++) {
        await sleep(200 + chance() * 1200)
        await workers.kill(worker)
        await endClaims()
        await endPauses()
        worker = await workers.start()
      }
    }
    await Promise.all([...living, ...fleet.map(torment)])

    let all: readonly string[] = []
    await vi.waitFor(
      async () => {
        await endPauses()
        await service.do('GET', '/v1/events?limit=1')
        all = (await service.sql.query(toldOf)).rows.map(({ id }) => id)
        const { rows } = await service.sql.query(
          'select state, count(*)::int as n from webhook_deliveries group by state',
        )
        expect(rows).toEqual([{ state: 'delivered', n: all.length }])
      },
      { timeout: 150_000, interval: 100 },
    )
    expect(receiver.wrong).toEqual([])
    expect([...receiver.accepted.keys()].sort()).toEqual(all.toSorted())
    const failed = refusals.values().reduce((sum, n) => sum + n, 0)
    const figures = { killed, events: all.length, requests: receiver.arrived.length, failed }
    if (process.env.FAULT_SECONDS)
      process.stderr.write(`${JSON.stringify({ ...figures, lost: receiver.lost.length })}\n`)
    expect(Math.min(killed - 1, failed)).toBeGreaterThan(0)
  },
  (seconds + 240) * 1000,
)
