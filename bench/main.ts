import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ColdStart, measureStart } from './cold-start.ts'
import { openDatabases } from './databases.ts'
import { type Arena, type Duel, duel } from './duel.ts'
import { type Operation, requestsFor } from './operations.ts'
import { type Options, readOptions, subjects } from './options.ts'
import { residentOf, type Server, sharedOf, startServer } from './processes.ts'
import { type Memory, median, type Report, ratiosOf, written } from './report.ts'
import { verify } from './verify.ts'

/** Measures the service against the floor; see README.md. */
async function main(options: Options, signal: AbortSignal): Promise<void> {
  const start = options.only.includes('start') && !options.verifyOnly ? await coldStart(signal) : null
  const operations = subjects.filter((subject) => subject !== 'start' && options.only.includes(subject))
  const compared =
    operations.length > 0 ? await compare(options, operations as readonly Operation[], signal) : undefined
  if (options.verifyOnly) return

  const report: Report = { duels: compared?.duels ?? [], memory: compared?.memory ?? null, start }
  process.stdout.write(`\n${written(report)}`)
  if (options.json !== undefined) {
    const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version }
    await writeFile(options.json, `${JSON.stringify({ machine, options, ...report }, null, 2)}\n`)
  }
}

function coldStart(signal: AbortSignal): Promise<ColdStart> {
  say('starting the service on an empty folder, and again')
  return measureStart(signal)
}

async function compare(
  options: Options,
  operations: readonly Operation[],
  signal: AbortSignal,
): Promise<Pick<Report, 'duels' | 'memory'>> {
  say('making two databases')
  const folder = await mkdtemp(join(tmpdir(), 'eigenaar-bench-'))
  const databases = await openDatabases(process.env.DATABASE_URL, folder)
  const started: Server[] = []
  const begin = async (script: string, url: string, more: Readonly<Record<string, string>> = {}) => {
    const environment = { DATABASE_URL: url, DATABASE_CONNECTIONS: String(options.pool), ...more }
    const server = await startServer(script, environment, signal)
    started.push(server)
    return server
  }
  try {
    const key = randomBytes(24).toString('hex')
    const service = await begin('src/main.ts', databases.url.service, { BOOTSTRAP_API_KEY: key })
    const memoryNow = async (): Promise<Memory> => ({
      server: await residentOf(service.pid),
      database: await sharedOf(databases.postmaster),
    })
    const atRest = await memoryNow()
    const floor = await begin('bench/floor.ts', databases.url.floor)
    const arena = {
      databases,
      servers: { floor, service },
      requests: requestsFor(databases.seed, key),
      signal,
    }

    say('verifying that both do the same')
    await verify(databases, { floor: floor.port, service: service.port }, arena.requests, operations)
    if (options.verifyOnly) return { duels: [], memory: null }
    const duels = await fight(arena, options, operations)
    await floor.stop()
    return { duels, memory: { atRest, afterLoad: await memoryNow() } }
  } finally {
    for (const server of started) await server.stop()
    await databases.stop()
  }
}

async function fight(arena: Arena, options: Options, operations: readonly Operation[]): Promise<Duel[]> {
  const duels: Duel[] = []
  for (const operation of operations) {
    for (const connections of options.connections) {
      const fought = await duel(arena, options, operation, connections)
      duels.push(fought)
      say(`${operation}, ${connections} connections: ${median(ratiosOf(fought)).toFixed(2)} of the floor`)
    }
  }
  return duels
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted) say('stopping')
    stopping.abort(new Error(`stopped by ${signal}`))
  })
}

try {
  await main(readOptions(process.argv.slice(2)), stopping.signal)
} catch (error) {
  say(stopping.signal.aborted || !(error instanceof Error) ? String(error) : (error.stack ?? error.message))
  process.exitCode = 1
}
