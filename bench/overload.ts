import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabases } from './databases.ts'
import { type Call, load } from './load.ts'
import { requestsFor } from './operations.ts'
import { residentOf, scheduleOf, startServer } from './processes.ts'
import { Storm } from './storm.ts'

/** What a storm of requests came to; times in milliseconds. */
interface Outcome {
  readonly sent: number
  readonly accepted: number[]
  /** Sent in the first second, in which all connections are opened at once. */
  readonly refusedAtFirst: number[]
  readonly refused: number[]
  readonly failed: number
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    times: { type: 'string', default: '10' },
    /** The folder of the service that is measured, for a comparison with another commit. */
    of: { type: 'string', default: '.' },
  },
})
const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort(new Error('stopped by SIGINT')))

/** Finds out what the service can do, then asks for ten times as much, evenly and whether or not it keeps up. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'eigenaar-bench-'))
  const databases = await openDatabases(process.env.DATABASE_URL, folder)
  const key = randomBytes(24).toString('hex')
  try {
    const environment = {
      DATABASE_URL: databases.url.service,
      BOOTSTRAP_API_KEY: key,
      RATE_LIMIT_SYSTEMS: '10000000',
    }
    const service = await startServer(resolve(values.of, 'src/main.ts'), environment, stopping.signal)
    try {
      const next = mix(requestsFor(databases.seed, key))
      const atRest = await residentOf(service.pid)
      const warm = { port: service.port, connections: 32, signal: stopping.signal, next }
      await load({ ...warm, seconds: 3 })
      const { perSecond, p99 } = await load({ ...warm, seconds: 5 })
      const before = await scheduleOf(service.pid)
      const storm = await rage(service.port, perSecond * Number(values.times), next)
      const after = await scheduleOf(service.pid)
      tell(perSecond, p99, storm, atRest, await residentOf(service.pid))
      process.stdout.write(
        `the service ran for ${(after.ran - before.ran).toFixed(1)} s and waited ${(after.waited - before.waited).toFixed(1)} s for a processor\n`,
      )
    } finally {
      await service.stop()
    }
  } finally {
    await databases.stop()
  }
}

/** Of ten requests four read a case, three a list, two open a case, and one records a contact. */
function mix(requests: ReturnType<typeof requestsFor>): () => Call {
  const none = [][Symbol.iterator]()
  const kinds = (['get-case', 'list-my-open-cases', 'open-case', 'record-contact'] as const).map(
    (operation) => requests(operation, none),
  )
  const shares = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3]
  return () => {
    const call = kinds[shares[Math.floor(Math.random() * shares.length)] ?? 0]?.()
    if (!call) throw new Error('there is nothing left to ask')
    return call
  }
}

/** Sends so many requests a second, over at most 900 connections: more wait on our side and are timed from when they are sent. */
async function rage(port: number, perSecond: number, next: () => Call): Promise<Outcome> {
  const storm = new Storm(port)
  const accepted: number[] = []
  const refused: number[] = []
  const refusedAtFirst: number[] = []
  let failed = 0
  let sent = 0
  let open = 0
  const began = performance.now()
  const ends = began + Number(values.seconds) * 1000
  while (performance.now() < ends && !stopping.signal.aborted) {
    const due = ((performance.now() - began) / 1000) * perSecond
    for (; sent < due && open < 900; sent++) {
      open++
      const refusals = performance.now() - began < 1000 ? refusedAtFirst : refused
      void storm.send(next()).then(({ status, ms }) => {
        open--
        if (status === 0) failed++
        else (status === 503 ? refusals : accepted).push(ms)
      })
    }
    sent = Math.max(sent, Math.floor(due))
    await new Promise((later) => setTimeout(later, 2))
  }
  for (let waited = 0; open > 0 && waited < 200; waited++) await new Promise((later) => setTimeout(later, 50))
  storm.close()
  const sentInAll = accepted.length + refusedAtFirst.length + refused.length + failed
  return { sent: sentInAll, accepted, refusedAtFirst, refused, failed }
}

function tell(capacity: number, calm: number, storm: Outcome, atRest: number, after: number): void {
  const line = (name: string, times: readonly number[]) => {
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0)
    return `${name}: ${times.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`
  }
  process.stdout.write(
    `capacity: ${capacity.toFixed(0)} requests a second, p99 ${calm.toFixed(0)} ms\n` +
      `sent: ${(storm.sent / Number(values.seconds)).toFixed(0)} a second for ${values.seconds} s\n` +
      line('accepted', storm.accepted) +
      line('refused with 503, in the first second', storm.refusedAtFirst) +
      line('refused with 503, later', storm.refused) +
      line('refused with 503, all', [...storm.refusedAtFirst, ...storm.refused]) +
      `cut off: ${storm.failed}\nmemory: ${atRest.toFixed(0)} MB at rest, ${after.toFixed(0)} MB afterwards\n`,
  )
}

await main()
