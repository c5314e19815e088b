import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { CopyOut } from '../src/db/bulk/copy-out.ts'
import { migrate } from '../src/db/migrate.ts'
import { newId } from '../src/lib/id.ts'
import { startEmbedded } from '../src/postgres/embedded.ts'
import { asLines, textOf } from '../src/rooms/exports/column.ts'
import { kinds } from '../src/rooms/exports/kinds.ts'
import { type Server, startServer } from './processes.ts'
import { insertCases, newCases, type Seed, seed } from './seed.ts'

/*
 * `npm run bench:bulk -- 100000`: imports so many customers and exports as many cases, each beside COPY of the same rows on
 * the same server, and tells how others fare meanwhile.
 */

const rows = Number(process.argv[2] ?? 100_000)
const key = 'bench-key-of-thirty-two-signs-or-more'
const headers = { authorization: `Bearer ${key}` }

const folder = await mkdtemp(join(tmpdir(), 'eigenaar-bulk-'))
const embedded = await startEmbedded({ dataDir: folder })
let service: Server | undefined
const client = new pg.Client({ connectionString: embedded.url })
const stopping = new AbortController()
try {
  await migrate(embedded.url)
  await client.connect()
  const seeded = await seed(client)
  service = await startServer(
    'src/main.ts',
    { DATABASE_URL: embedded.url, BOOTSTRAP_API_KEY: key },
    stopping.signal,
  )
  await sleep(1500)
  await benchImport(`http://127.0.0.1:${service.port}/v1`, service.pid)
  await benchExport(`http://127.0.0.1:${service.port}/v1`, service.pid, seeded)
} finally {
  await service?.stop()
  await client.end()
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}

async function benchImport(url: string, pid: number): Promise<void> {
  const lines = function* () {
    yield 'system,externalId,name,phone,email\n'
    for (let n = 0; n < rows; n += 100)
      yield Array.from({ length: 100 }, (_, k) => lineOf('import', n + k).join(','))
        .join('\n')
        .concat('\n')
  }
  const began = performance.now()
  const sent = await fetch(`${url}/imports/customers`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body: Readable.from(lines()),
    duplex: 'half',
  })
  const { id } = (await sent.json()) as { id: string }
  tell('import, lines arrived', performance.now() - began)
  for (let state = 'running'; state === 'running'; await sleep(200))
    state = ((await (await fetch(`${url}/imports/${id}`, { headers })).json()) as { state: string }).state
  const took = performance.now() - began
  tell('import, all settled', took)

  const start = performance.now()
  const ids = Array.from({ length: rows }, newId)
  const { rows: found } = await client.query('select default_team_id as team from organisation')
  await copyIn('customers (id, name, kind, phone, email, other_contact_points, team_id, created_at)', (n) => {
    const [, , name, phone, email] = lineOf('copy', n)
    return [
      ids[n] ?? '',
      name ?? '',
      'person',
      `+31${phone?.slice(1)}`,
      email ?? '',
      '[]',
      found[0].team,
      'now',
    ]
  })
  await copyIn('customer_references (system, external_id, customer_id)', (n) => [
    'crm',
    `copy-${n}`,
    ids[n] ?? '',
  ])
  const copied = performance.now() - start
  tell('COPY of the same rows into both tables', copied)
  process.stdout.write(
    `import / COPY: ${(took / copied).toFixed(2)}; peak of the service: ${await peak(pid)}\n`,
  )
}

function lineOf(mark: string, n: number): string[] {
  return ['crm', `${mark}-${n}`, `Customer ${n}`, `06${String(10_000_000 + n)}`, `${mark}${n}@example.org`]
}

async function copyIn(into: string, row: (n: number) => readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`copy ${into} from stdin`))
  const lines = function* () {
    for (let n = 0; n < rows; n += 100)
      yield Array.from({ length: 100 }, (_, k) => row(n + k).join('\t'))
        .join('\n')
        .concat('\n')
  }
  await new Promise<void>((resolve, reject) => {
    stream.on('finish', resolve).on('error', reject)
    Readable.from(lines()).pipe(stream)
  })
}

async function benchExport(url: string, pid: number, seeded: Seed): Promise<void> {
  const cases = newCases(seeded, rows)
  await insertCases(client, cases)
  await client.query('vacuum analyze')
  const some = cases.slice(0, 200).map(({ id }) => id)
  const before = await percentile(url, some, async () => sleep(5000))
  const exporting = async () => {
    const began = performance.now()
    const answer = await fetch(`${url}/exports/cases`, { headers })
    let bytes = 0
    for await (const chunk of answer.body ?? []) bytes += chunk.length
    return { ms: performance.now() - began, bytes }
  }
  const alone = await exporting()
  tell('export of all cases', alone.ms)
  const start = performance.now()
  const from = sql`from ${kinds.cases.table} r ${kinds.cases.beside ?? sql``} order by r.id`
  const copy = client.query(
    new CopyOut(`copy (${textOf(asLines(kinds.cases.columns(2), from))}) to stdout`, '\n'),
  )
  for await (const _ of copy);
  const copied = performance.now() - start
  tell('COPY of the same rows', copied)
  const during = await percentile(url, some, exporting)
  process.stdout.write(
    `export / COPY: ${(alone.ms / copied).toFixed(2)}, ${Math.round(alone.bytes / 1e6)} MB; peak of the service: ${await peak(pid)}\n` +
      `GET /cases/{id} p99 ${before.toFixed(1)} ms without, ${during.toFixed(1)} ms during an export\n`,
  )
}

/** The 99th percentile of reading a case, one after another at a steady pace, while something goes on. */
async function percentile(
  url: string,
  ids: readonly string[],
  meanwhile: () => Promise<unknown>,
): Promise<number> {
  let isOver = false
  const running = meanwhile().finally(() => {
    isOver = true
  })
  const took: number[] = []
  for (let n = 0; !isOver; n++) {
    const began = performance.now()
    await (await fetch(`${url}/cases/${ids[n % ids.length]}`, { headers })).arrayBuffer()
    took.push(performance.now() - began)
    await sleep(5)
  }
  await running
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0
}

function tell(what: string, ms: number): void {
  const rate = Math.round(rows / (ms / 1000))
  process.stdout.write(`${what}: ${(ms / 1000).toFixed(1)} s, ${rate} rows a second\n`)
}

async function peak(pid: number): Promise<string> {
  return /VmHWM:\s+(.*)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 'not known here'
}
