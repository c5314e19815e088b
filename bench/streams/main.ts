import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabases } from '../databases.ts'
import { load } from '../load.ts'
import { requestsFor } from '../operations.ts'
import { startServer } from '../processes.ts'
import { besideHanging, besideNobody, type Round, withListeners } from './measures.ts'
import type { Target } from './send.ts'

const { values } = parseArgs({
  options: {
    listeners: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '5' },
    pairs: { type: 'string', default: '3' },
    endpoints: { type: 'string', default: '100' },
    hanging: { type: 'string', default: '10' },
    only: { type: 'string', default: 'listeners,beside,hanging' },
  },
})
const stopping = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => stopping.abort(new Error(`stopped by ${name}`)))
const { signal } = stopping

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** What listening costs, and what being told of: the stream with thousands of idle listeners, and webhooks. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'eigenaar-bench-'))
  const databases = await openDatabases(process.env.DATABASE_URL, folder)
  const key = randomBytes(24).toString('hex')
  try {
    const environment = {
      DATABASE_URL: databases.url.service,
      BOOTSTRAP_API_KEY: key,
      RATE_LIMIT_SYSTEMS: '10000000',
      WEBHOOK_PRIVATE_NETWORKS: '127.0.0.0/8',
    }
    const service = await startServer('src/main.ts', environment, signal)
    try {
      const target: Target = { port: service.port, key, signal, refused: 0 }
      const requests = requestsFor(databases.seed, key)
      const round: Round = async (operation, connections) => {
        const seconds = Number(values.seconds)
        const next = requests(operation, [][Symbol.iterator]())
        const result = await load({
          port: service.port,
          connections,
          seconds,
          next,
          signal,
          countsRefusals: true,
        })
        target.refused += result.refused
        return result
      }
      await round('get-case', 4)
      await round('open-case', 8)
      const measuring = { target, pid: service.pid, round, say }
      const [pairs, hanging] = [Number(values.pairs), Number(values.hanging)]
      const only = values.only.split(',')
      if (only.includes('listeners'))
        await withListeners(measuring, Number(values.listeners), Number(values.rounds))
      if (only.includes('beside')) await besideNobody(measuring, pairs)
      if (only.includes('hanging'))
        await besideHanging(measuring, { good: Number(values.endpoints) - hanging, hanging }, pairs)
      say(`${target.refused} requests were refused (503 or 429) and sent again`)
    } finally {
      await service.stop()
    }
  } finally {
    await databases.stop()
  }
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${signal.aborted || !(error instanceof Error) ? String(error) : error.stack}\n`)
  process.exitCode = 1
}
