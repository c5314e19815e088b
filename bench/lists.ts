import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '../src/db/migrate.ts'
import { startEmbedded } from '../src/postgres/embedded.ts'
import { isInUsualOrder, listReadings } from '../test/support/list-readings.ts'
import { type Server, startServer } from './processes.ts'
import { median } from './report.ts'
import { type Filled, fillLists } from './scale/fill-lists.ts'
import { type Answered, Storm } from './storm.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    requests: { type: 'string', default: '200' },
    most: { type: 'string', default: '1.3' },
    reuse: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})
const stopping = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => stopping.abort(new Error('ended by a signal')))

/** One of the two houses: how many cases it has, what is known of it, and the service that is asked for it. */
interface House {
  readonly cases: number
  readonly filled: Filled
  readonly server: Server
  readonly connection: Storm
}

/** Asks a house for a page, one request at a time, as whoever has this role. */
function ask({ filled, connection }: House, path: string, who: string): Promise<Answered> {
  const headers = { authorization: `Bearer ${filled.key}`, 'on-behalf-of': filled.who[who] ?? '' }
  return connection.send({ method: 'GET', path, headers })
}

/** How long one reading took in both houses, in milliseconds. */
interface Measured {
  readonly name: string
  readonly p50: readonly [small: number, large: number]
  readonly p99: readonly [small: number, large: number]
}

const folder = values.reuse ?? (await mkdtemp(join(tmpdir(), 'eigenaar-lists-')))
say('starting PostgreSQL')
const embedded = await startEmbedded({ dataDir: folder })
const houses: House[] = []
try {
  for (const cases of [Number(values.small), Number(values.large)]) houses.push(await open(cases))
  const measured = await compare(houses as [House, House])
  process.stdout.write(report(measured))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  for (const { connection, server } of houses) {
    connection.close()
    await server.stop()
  }
  await embedded.stop()
  if (values.reuse === undefined) await rm(folder, { recursive: true, force: true })
}

async function open(cases: number): Promise<House> {
  const url = new URL(embedded.url)
  url.pathname = `/lists_${cases}`
  const known = join(folder, `lists-${cases}.json`)
  const isFilled = await access(known).then(
    () => true,
    () => false,
  )
  if (!isFilled) {
    say(`making ${cases.toLocaleString('en')} cases`)
    const client = new pg.Client({ connectionString: embedded.url })
    await client.connect()
    await client.query(`drop database if exists lists_${cases}`)
    await client.query(`create database lists_${cases}`)
    await client.end()
    await migrate(url.href)
    const { large: _, ...filled } = await fillLists(url.href, cases)
    await writeFile(known, JSON.stringify(filled))
  }
  stopping.signal.throwIfAborted()
  const filled: Filled = JSON.parse(await readFile(known, 'utf8'))
  const limits = { RATE_LIMIT_SYSTEMS: '10000000', RATE_LIMIT_EMPLOYEES: '10000000' }
  const server = await startServer('src/main.ts', { DATABASE_URL: url.href, ...limits }, stopping.signal)
  return { cases, filled, server, connection: new Storm(server.port) }
}

/** Every reading of every list, and what is looked up, in the same order in both houses. */
function readingsOf({ filled }: House): { readonly name: string; readonly path: string }[] {
  const { known } = filled
  const first = (name: string) => encodeURIComponent(known[name]?.[0] ?? '')
  const lookUps = {
    getCase: `/v1/cases/${first('caseId')}`,
    lookUpCaller: `/v1/callers?phone=${first('phone')}`,
    findCustomer: `/v1/customers?system=crm&externalId=${first('externalId')}`,
    getMyDay: '/v1/me/day',
  }
  return [
    ...Object.entries(lookUps).map(([name, path]) => ({ name, path })),
    ...listReadings(known)
      .filter((each) => isInUsualOrder(each) || each.filter === '')
      .map(({ operation, filter, order, url }) => ({
        name: [operation, order, filter].filter(Boolean).join(' '),
        path: url,
      })),
  ]
}

async function compare([small, large]: readonly [House, House]): Promise<Measured[]> {
  const measured: Measured[] = []
  const others = readingsOf(large)
  const all = readingsOf(small).map((reading, n) => ({ ...reading, other: others[n]?.path ?? '' }))
  const asked = all.filter(({ name }) => name.includes(values.only))
  for (const [n, { name, path, other }] of asked.entries()) {
    if (n % 20 === 0) say(`${n} of ${asked.length}`)
    for (const who of Object.keys(small.filled.who)) {
      const askBoth = async (requests: number) => {
        const times: [number[], number[]] = [[], []]
        for (let at = 0; at < requests; at++) {
          stopping.signal.throwIfAborted()
          const one = await ask(small, path, who)
          const two = await ask(large, other, who)
          if (one.status !== 200 || two.status !== 200) return undefined
          times[0].push(one.ms)
          times[1].push(two.ms)
        }
        return times
      }
      // The first few warm up, and say whether they may ask at all.
      if (!(await askBoth(10))) continue
      const rounds: Measured[] = []
      // One slow moment is not a slow list: who seems to grow is asked twice more, and the middle one counts.
      do {
        const times = await askBoth(Number(values.requests))
        if (!times) break
        const at = (share: number) =>
          times.map((each) => each.toSorted((a, b) => a - b)[Math.ceil(each.length * share) - 1] ?? 0)
        const [p50, p99] = [at(0.5), at(0.99)] as [[number, number], [number, number]]
        rounds.push({ name: `${name}, ${who}`, p50, p99 })
      } while (grows(rounds.at(-1)) && rounds.length < 3)
      const middle = rounds.toSorted((a, b) => growth(a.p99) - growth(b.p99))[Math.floor(rounds.length / 2)]
      if (middle) measured.push(middle)
      if (middle && grows(middle)) say(line(middle))
    }
  }
  return measured
}

function growth([small, large]: readonly [number, number]): number {
  return large / small
}

function grows(measured: Measured | undefined): boolean {
  return measured !== undefined && growth(measured.p99) > Number(values.most)
}

function ms([small, large]: readonly [number, number]): string {
  return `${small.toFixed(1)} → ${large.toFixed(1)}`
}

function line({ name, p50, p99 }: Measured): string {
  return `  ${growth(p99).toFixed(2)}  p99 ${ms(p99)} ms, p50 ${ms(p50)} ms (${growth(p50).toFixed(2)})  ${name}`
}

function report(measured: readonly Measured[]): string {
  const slowest = [...measured].sort((a, b) => growth(b.p99) - growth(a.p99))
  const grown = slowest.filter(grows)
  const of = (which: 'p50' | 'p99') => median(measured.map((each) => growth(each[which]))).toFixed(2)
  return [
    `${measured.length} readings of lists and look-ups, ${values.small} cases and ${values.large}:`,
    `median growth of p50 ${of('p50')}, of p99 ${of('p99')}; p99 grows by more than ${values.most} in ${grown.length}`,
    ...(grown.length > 0 ? grown : slowest.slice(0, 10)).map(line),
    '',
  ].join('\n')
}
