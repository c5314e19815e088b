import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { persist, type Send } from '../faults/story.ts'
import { addressOf } from '../support/listen-to-events.ts'
import { Receiver } from '../support/receive-webhooks.ts'
import { inbound, setScene } from '../support/scene.ts'
import { startProcess } from '../support/start-process.ts'
import { useService } from '../support/use-service.ts'
import { type Follower, hearStream, readPages } from './readers.ts'

const options = { webhooks: true, webhookPrivateNetworks: ['127.0.0.0/8'] }
const service = useService(options)
const until = (isSo: () => void | Promise<void>) => vi.waitFor(isSo, { timeout: 90_000, interval: 50 })

/** Another instance on the same database, in a process that can be killed. */
async function startBeside() {
  const started = startProcess({
    DATABASE_URL: service.databaseUrl,
    PORT: '0',
    WEBHOOK_PRIVATE_NETWORKS: options.webhookPrivateNetworks.join(),
  })
  onTestFinished(started.kill)
  const [, address = ''] = await started.until(/ready at (http:\S+?)"/)
  return { ...started, address }
}

/** Changes a case in a transaction that stays open; answers with the event in it, and how to commit. */
async function changeSlowly(caseId: string) {
  const slow = new pg.Client({ connectionString: service.databaseUrl })
  await slow.connect()
  onTestFinished(() => slow.end())
  const id = randomUUID()
  await slow.query('begin')
  await slow.query(
    `with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
      select $2, 'case.changed', now(), id, version + 1, 'system', '{}' from cases where id = $1)
     update cases set tags = array['late'], version = version + 1 where id = $1`,
    [caseId, id],
  )
  return { id, commit: () => slow.query('commit') }
}

/** A webhook for everything, and the event that tells of it: the first one that it is sent. */
async function tellEverything(receiver: Receiver) {
  const { id, secret } = await service.do('POST', '/v1/webhooks', { body: { url: receiver.url } })
  receiver.secret.resolve(secret)
  const [start] = (await service.do('GET', '/v1/events?type=webhook.created&limit=200')).data.slice(-1)
  return { webhookId: id as string, start: start.id as string }
}

/** The feed behind an event, as the database has it. */
async function feedBehind(start: string): Promise<string[]> {
  await service.do('GET', '/v1/events?limit=1')
  const { rows } = await service.sql.query(
    'select event_id as id from feed where position > (select position from feed where event_id = $1) order by position',
    [start],
  )
  return rows.map(({ id }) => id)
}

/** Deliveries to a webhook that have not arrived: how many, how many of them somebody is at, and how many nobody has tried that could be. */
async function pendingOf(webhookId: string): Promise<{ all: number; claimed: number; free: number }> {
  const { rows } = await service.sql.query(
    `select count(*)::int as all, count(claimed_until)::int as claimed,
      count(*) filter (where claimed_until is null and attempts = 0 and not exists (select from webhook_deliveries b
        where b.webhook_id = d.webhook_id and b.state = 'pending' and b.case_id = d.case_id
          and b.case_sequence < d.case_sequence))::int as free
     from webhook_deliveries d where webhook_id = $1 and state = 'pending'`,
    [webhookId],
  )
  return rows[0]
}

const receivers = [new Receiver(), new Receiver()] as const

test.each([
  ['an instance', receivers[0], false],
  ['two instances, of which one is killed', receivers[1], true],
] as const)(
  'while a transaction is open and 500 others commit, whoever follows %s by pages, by the stream or by a webhook is told of every event once, in order',
  async (_, receiver, isKilled) => {
    const mine = await addressOf(service)
    const beside = isKilled ? await startBeside() : undefined
    let other = beside?.address ?? mine
    const { take, sanne, piet } = await setScene(service)
    const { webhookId, start } = await tellEverything(receiver)
    const kases = await Promise.all(Array.from({ length: 25 }, () => take()))
    const held = await take()
    const late = await changeSlowly(held.id)

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
      // What the dead one was at is its own for half a minute, which is over when the test says so.
      service.clock.now = Temporal.Now.instant()
      receiver.judge = () => 'accept'
      going.resolve('accept')
    }
    await committing

    const before = await feedBehind(start)
    expect(before.length).toBeGreaterThan(500)
    expect(before).not.toContain(late.id)
    await untilToldOf(before)
    await late.commit()
    await service.do('POST', `/v1/cases/${held.id}/notes`, { as: sanne.id, body: { text: 'After it.' } })
    const all = await feedBehind(start)
    expect([all.length, all.at(-2)]).toEqual([before.length + 2, late.id])
    await untilToldOf(all)
    isOver = true
    await following
    for (const { told } of [...reading, ...hearing]) expect(told).toEqual(all)

    const sent = [start, ...all]
    await until(async () => {
      const pending = await pendingOf(webhookId)
      expect([pending.free, receiver.open]).toEqual([0, 0])
      expect(receiver.accepted.size + pending.all).toBe(sent.length)
    })
    expect(receiver.lost.length > 0).toBe(isKilled)
    expect((await pendingOf(webhookId)).claimed > 0).toBe(isKilled)
    service.clock.now = service.clock.now?.add({ seconds: 31 })
    await until(() => expect(receiver.accepted.size).toBe(sent.length))
    expect([...receiver.accepted.keys()].sort()).toEqual(sent.sort())
    expect(receiver.arrived.length).toBe(sent.length + receiver.lost.length)
    expect(receiver.wrong).toEqual([])
    await service.do('DELETE', `/v1/webhooks/${webhookId}`)
  },
)
