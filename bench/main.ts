import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ColdStart, measureStart } from './cold-start.ts'
import { byContestant } from './contestants.ts'
import { openDatabases } from './databases.ts'
import { type Arena, type Duel, duel } from './duel.ts'
import { describeMachine, type Machine } from './machine.ts'
import { type Operation, requestsFor } from './operations.ts'
import { type Options, readOptions, subjects } from './options.ts'
import { residentOf, type Server, sharedOf, startServer } from './processes.ts'
import { type Memory, median, type Report, ratiosOf, written } from './report.ts'
import { writeResults } from './results.ts'
import { verify } from './verify.ts'

/** More than can be sent in a minute: that requests are counted is measured, that they are refused is not. */
const rateLimit = 10_000_000

/** A line in the log for each request, as without a setting; nobody reads it here. */
const asItShips = { LOG_LEVEL: 'info' }

/** Measures the service against the floors; see README.md. */
async function main(options: Options, signal: AbortSignal): Promise<void> {
  const start = options.only.includes('start') && !options.verifyOnly ? await coldStart(signal) : null
  const operations = subjects.filter((subject) => subject !== 'start' && options.only.includes(subject))
  const compared =
    operations.length > 0 ? await compare(options, operations as readonly Operation[], signal) : undefined
  if (options.verifyOnly) return

  const { machine, ...measured } = compared ?? { duels: [], memory: null }
  const report: Report = { ...measured, start, beside: besideOf(options) }
  process.stdout.write(`\n${written(report)}`)
  if (options.json !== undefined)
    await writeFile(options.json, `${JSON.stringify({ machine, options, ...report }, null, 2)}\n`)
  if (!options.results) return
  const command = ['npm run bench --', ...process.argv.slice(2)].join(' ')
  say(`written to ${await writeResults(report, machine, options, command)}`)
}

function coldStart(signal: AbortSignal): Promise<ColdStart> {
  say('starting the service on an empty folder, and again')
  return measureStart(signal)
}

async function compare(
  options: Options,
  operations: readonly Operation[],
  signal: AbortSignal,
): Promise<Pick<Report, 'duels' | 'memory'> & { readonly machine?: Machine }> {
  say('making the databases')
  const folder = await mkdtemp(join(tmpdir(), 'eigenaar-bench-'))
  const databases = await openDatabases(process.env.DATABASE_URL, folder)
  const started: Server[] = []
  const begin = async (script: string, url: string, more: Readonly<Record<string, string>> = {}) => {
    const environment = {
      DATABASE_URL: url,
      DATABASE_CONNECTIONS: String(options.pool),
      ...asItShips,
      ...more,
    }
    const server = await startServer(script, environment, signal)
    started.push(server)
    return server
  }
  try {
    const key = randomBytes(24).toString('hex')
    const limit = { RATE_LIMIT_SYSTEMS: String(rateLimit) }
    const asService = { BOOTSTRAP_API_KEY: key, ...limit }
    const service = await begin('src/main.ts', databases.url.service, { ...asService, ...options.with })
    const memoryNow = async (): Promise<Memory> => ({
      server: await residentOf(service.pid),
      database: await sharedOf(databases.postmaster),
    })
    const atRest = await memoryNow()
    const floor = await begin('bench/floor/main.ts', databases.url.floor)
    const honest =
      options.before === undefined
        ? await begin('bench/floor/main.ts', databases.url.honest, { HONEST: 'yes', ...limit })
        : await begin(resolve(options.before, 'src/main.ts'), databases.url.honest, asService)
    const arena = {
      databases,
      servers: { floor, honest, service },
      requests: requestsFor(databases.seed, key),
      signal,
    }

    say('verifying that all do the same')
    await verify(
      databases,
      byContestant((who) => arena.servers[who].port),
      arena.requests,
      operations,
    )
    if (options.verifyOnly) return { duels: [], memory: null }
    const duels = await fight(arena, options, operations)
    await floor.stop()
    await honest.stop()
    const machine = await describeMachine(databases.sql.floor)
    return { duels, memory: { atRest, afterLoad: await memoryNow() }, machine }
  } finally {
    for (const server of started) await server.stop()
    await databases.stop()
  }
}

async function fight(arena: Arena, options: Options, operations: readonly Operation[]): Promise<Duel[]> {
  const duels: Duel[] = []
  for (const operation of operations) {
    // Most connections first: who is warm by then needs little to be warm again.
    let warm = options.warm
    const mine: Duel[] = []
    for (const connections of options.connections.toSorted((a, b) => b - a)) {
      const fought = await duel(arena, options, { operation, connections }, warm)
      warm = Math.ceil(options.warm / 10)
      mine.unshift(fought)
      const [floor, other] = (['floor', 'honest'] as const).map((over) =>
        median(ratiosOf(fought, over)).toFixed(2),
      )
      say(
        `${operation}, ${connections} connections: ${floor} of the floor, ${other} of the ${besideOf(options)}`,
      )
    }
    duels.push(...mine)
  }
  return duels
}

const besideOf = ({ before }: Options): Report['beside'] =>
  before === undefined ? 'honest floor' : 'service before'

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
