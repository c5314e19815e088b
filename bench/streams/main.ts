import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabases } from '../databases.ts'
import { type Load, load } from '../load.ts'
import { requestsFor } from '../operations.ts'
import { residentOf, type Server, startServer } from '../processes.ts'

const { values } = parseArgs({
  options: {
    listeners: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '5' },
    endpoints: { type: 'string', default: '100' },
    hanging: { type: 'string', default: '10' },
  },
})
const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort(new Error('stopped by SIGINT')))
const { signal } = stopping

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const ms = (value: number): string => `${value.toFixed(1)} ms`

/** What listening costs, and what being told of: the stream with thousands of idle listeners, and webhooks. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'eigenaar-bench-'))
  const databases = await openDatabases(process.env.DATABASE_URL, folder)
  const key = randomBytes(24).toString('hex')
  try {
    const service = await startServer(
      'src/main.ts',
      {
        DATABASE_URL: databases.url.service,
        BOOTSTRAP_API_KEY: key,
        RATE_LIMIT_SYSTEMS: '10000000',
        WEBHOOK_PRIVATE_NETWORKS: '127.0.0.0/8',
      },
      signal,
    )
    try {
      const requests = requestsFor(databases.seed, key)
      const round = (operation: 'get-case' | 'open-case' | 'record-contact', connections: number) =>
        load({
          port: service.port,
          connections,
          seconds: Number(values.seconds),
          next: requests(operation, [][Symbol.iterator]()),
          signal,
        })
      await round('get-case', 4)
      await round('open-case', 8)
      await listenAndTell(service, key, () => round('get-case', 4))
      await besideNobody(service, key, round)
      await withHanging(service, key)
    } finally {
      await service.stop()
    }
  } finally {
    await databases.stop()
  }
}

/** A listener to the stream over a bare socket: `heard` is called with every event's text. */
function listen(port: number, key: string, heard: (text: string) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('error', reject)
    socket.setEncoding('utf8').on('data', (text) => {
      if (String(text).includes('retry:')) resolve(socket)
      if (String(text).includes('data:')) heard(String(text))
    })
    socket.write(
      `GET /v1/events?after=now HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\nauthorization: Bearer ${key}\r\n\r\n`,
    )
  })
}

const caller = (port: number, key: string) => async (path: string, body: object) => {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as { readonly id: string }
}
const topic = () => {
  const code = `t-${randomBytes(6).toString('hex')}`
  return { code, name: code }
}

async function listenAndTell(service: Server, key: string, readCases: () => Promise<Load>): Promise<void> {
  const count = Number(values.listeners)
  const post = caller(service.port, key)
  const before = await residentOf(service.pid)
  const alone = await readCases()
  const sockets: Socket[] = []
  let told = 0
  let began = 0
  let all = () => {}
  let latencies: number[] = []
  const heard = () => {
    latencies.push(performance.now() - began)
    if (++told === count) all()
  }
  while (sockets.length < count) {
    signal.throwIfAborted()
    const more = Math.min(100, count - sockets.length)
    sockets.push(...(await Promise.all(Array.from({ length: more }, () => listen(service.port, key, heard)))))
  }
  await sleep(2000)
  const after = await residentOf(service.pid)
  say(`${count} listeners: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB with them`)
  const tell = async (): Promise<readonly number[]> => {
    told = 0
    latencies = []
    const done = new Promise<void>((resolve) => {
      all = resolve
    })
    began = performance.now()
    await post('topics', topic())
    await Promise.race([
      done,
      sleep(30_000).then(() => Promise.reject(new Error(`only ${told} heard of it`))),
    ])
    return latencies
  }
  const quiet: number[] = []
  for (let n = 0; n < Number(values.rounds); n++) quiet.push(...(await tell()))
  quiet.sort((a, b) => a - b)
  say(
    `an event to all of them, from the request that made it: p50 ${ms(at(quiet, 0.5))}, p99 ${ms(at(quiet, 0.99))}, last ${ms(at(quiet, 1))}`,
  )
  let telling = true
  const reading = readCases().finally(() => {
    telling = false
  })
  while (telling) {
    await tell()
    await sleep(200)
  }
  const meanwhile = await reading
  say(`GET /cases/{id}, four at once: alone p50 ${ms(alone.p50)}, p99 ${ms(alone.p99)}`)
  say(`  with them, and some events a second: p50 ${ms(meanwhile.p50)}, p99 ${ms(meanwhile.p99)}`)
  for (const socket of sockets) socket.destroy()
  await sleep(1000)
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Receives webhooks; what is sent to `/hang/…` never gets an answer. */
async function receive(): Promise<{ base: string; counts: Map<string, number>; close(): void }> {
  const counts = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    counts.set(path, (counts.get(path) ?? 0) + 1)
    request.resume()
    if (!path.startsWith('/hang/')) response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    base,
    counts,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function besideNobody(
  service: Server,
  key: string,
  round: (operation: 'open-case' | 'record-contact', connections: number) => Promise<Load>,
): Promise<void> {
  const post = caller(service.port, key)
  const receiver = await receive()
  for (const operation of ['open-case', 'record-contact'] as const) {
    const alone: number[] = []
    const told: number[] = []
    for (let pair = 0; pair < 3; pair++) {
      alone.push((await round(operation, 8)).perSecond)
      const { id } = await post('webhooks', { url: `${receiver.base}/all` })
      const socket = await listen(service.port, key, () => {})
      told.push((await round(operation, 8)).perSecond)
      socket.destroy()
      await remove(service.port, key, id)
    }
    const [without, beside] = [middle(alone), middle(told)]
    say(
      `${operation}: ${without.toFixed(0)}/s alone, ${beside.toFixed(0)}/s with one webhook and one listener: ${((100 * beside) / without).toFixed(0)} %`,
    )
  }
  receiver.close()
}

const middle = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[of.length >> 1] ?? Number.NaN

const remove = async (port: number, key: string, id: string) => {
  const headers = { authorization: `Bearer ${key}` }
  await fetch(`http://127.0.0.1:${port}/v1/webhooks/${id}`, { method: 'DELETE', headers })
}

async function withHanging(service: Server, key: string): Promise<void> {
  const post = caller(service.port, key)
  const hanging = Number(values.hanging)
  const good = Number(values.endpoints) - hanging
  const events = 50
  for (const bad of [0, hanging]) {
    const receiver = await receive()
    const paths = [
      ...Array.from({ length: good }, (_, n) => `/good/${n}`),
      ...Array.from({ length: bad }, (_, n) => `/hang/${n}`),
    ]
    const made = await Promise.all(
      paths.map((path) => post('webhooks', { url: receiver.base + path, types: ['topic.created'] })),
    )
    const began = performance.now()
    for (let n = 0; n < events; n++) await post('topics', topic())
    const got = () => [...receiver.counts].reduce((sum, [p, n]) => sum + (p.startsWith('/good/') ? n : 0), 0)
    while (got() < good * events) {
      signal.throwIfAborted()
      if (performance.now() - began > 120_000) throw new Error(`only ${got()} of ${good * events} arrived`)
      await sleep(20)
    }
    const seconds = (performance.now() - began) / 1000
    say(
      `${good} endpoints and ${bad} that hang: ${events} events to the ${good} in ${seconds.toFixed(1)} s, ${((good * events) / seconds).toFixed(0)}/s`,
    )
    for (const { id } of made) await remove(service.port, key, id)
    receiver.close()
  }
}

await main()
