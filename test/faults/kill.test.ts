import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { compileCache } from '../support/compile-cache.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'
import { expectAllAcknowledged } from './acknowledged.ts'
import { seeded } from './seeded.ts'
import { type Acknowledged, liveThrough, persist, type Send } from './story.ts'

const service = useService()
let running: { readonly child: ChildProcess; readonly url: string } | undefined
afterAll(async () => {
  running?.child.kill('SIGKILL')
})

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts the process as `npm start` does, on the test's database, and waits until it listens; one that runs will do. */
async function startProcess(): Promise<void> {
  if (running) return
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      ...compileCache,
      DATABASE_URL: service.databaseUrl,
      BOOTSTRAP_API_KEY: service.adminKey,
      PORT: '0',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        if (said.length < 20_000) said += text
        const found = /listening at (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
        if (found) resolve(found)
      })
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}: ${said}`)))
  })
  running = { child, url }
}

/** `kill -9`: nothing is finished, nothing is said. */
async function killProcess(): Promise<void> {
  const child = running?.child
  if (!child) return
  running = undefined
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

const send: Send = async ({ url, as, body, key }) => {
  if (!running) throw new TypeError('nobody is there')
  const answer = await fetch(`${running.url}${url}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.adminKey}`,
      'on-behalf-of': as,
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  })
  return {
    status: answer.status,
    text: await answer.text(),
    replayed: answer.headers.get('idempotent-replayed') === 'true',
  }
}

const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)
const kills = 5

test(`killed ${kills} times at random (TEST_SEED=${seed}), the process loses nothing that it acknowledged, does nothing twice, and leaves no open case without its promise`, async () => {
  const chance = seeded(seed)
  const { sanne, piet, customer } = await setScene(service)
  const people = { owner: sanne.id, colleague: piet.id, customer: customer.id }
  let over = false
  await startProcess()
  const acknowledged: Acknowledged[] = []
  const clients = Array.from({ length: 6 }, (_, n) =>
    liveThrough(send, seeded(seed + n), people, () => over, acknowledged),
  )
  for (let kill = 0; kill < kills; kill++) {
    // On a busy machine it takes a while until there is anything to lose.
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(kill * 12), 60_000)
    await sleep(150 + chance() * 700)
    await killProcess()
    await startProcess()
  }
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(kills * 12), 60_000)
  over = true
  await Promise.all(clients)
  await expectAllAcknowledged(service, send, acknowledged)
}, 240_000)

describe('killed while a request waits for a lock', () => {
  /** Kills the process while this request waits for the case, and sends it again. */
  async function killWaiting(id: string, request: Parameters<Send>[0]): Promise<Acknowledged> {
    await startProcess()
    await service.sql.query('begin')
    await service.sql.query('select from cases where id = $1 for update', [id])
    const lost = send(request).then(
      ({ status }) => status,
      () => 'lost',
    )
    await sleep(300)
    await killProcess()
    expect(await lost).toBe('lost')
    await service.sql.query('rollback')
    await startProcess()
    return persist(send, request)
  }

  const countOf = async (table: string, id: string) =>
    (await service.sql.query(`select count(*)::int as n from ${table} where case_id = $1`, [id])).rows[0].n

  test('to decide on, the process lets go of the key and of the case', async () => {
    const { take, sanne } = await setScene(service)
    const { id } = await take()
    const body = { kind: 'credit', amount: { amount: '5.00', currency: 'EUR' }, reason: 'For the trouble.' }
    const request = { url: `/v1/cases/${id}/gestures`, as: sanne.id, body, key: 'killed-while-deciding' }
    const answer = await killWaiting(id, request)
    expect([answer.status, answer.replayed]).toEqual([201, false])
    expect(await countOf('gestures', id)).toBe(1)
  })

  test('to write, what was sent is done once, and its key knows the answer', async () => {
    const { take, sanne } = await setScene(service)
    const { id } = await take()
    const body = { text: 'Once.' }
    const request = { url: `/v1/cases/${id}/notes`, as: sanne.id, body, key: 'killed-while-writing' }
    const answer = await killWaiting(id, request)
    expect([answer.status, answer.replayed]).toEqual([201, true])
    expect(await countOf('notes', id)).toBe(1)
  })
})

test('asked to stop, the process finishes what runs and ends well, whoever keeps a connection open', async () => {
  const { sanne, customer } = await setScene(service)
  await startProcess()
  const child = running?.child as ChildProcess
  const requests = Array.from({ length: 20 }, (_, n) =>
    send({
      url: '/v1/cases',
      as: sanne.id,
      body: { customerId: customer.id, question: 'Why?' },
      key: `stopping-${n}`,
    }).then(
      ({ status }) => status,
      () => 0,
    ),
  )
  await requests[0]
  const began = performance.now()
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  running = undefined
  expect(code).toBe(0)
  expect(performance.now() - began).toBeLessThan(5_000)
  const done = (await Promise.all(requests)).filter((status) => status === 201)
  const { rows } = await service.sql.query('select count(*)::int as n from cases where customer_id = $1', [
    customer.id,
  ])
  expect(rows[0].n).toBeGreaterThanOrEqual(done.length)
  expect(done.length).toBeGreaterThan(0)
})
