import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '../src/db/migrate.ts'
import { startEmbedded } from '../src/postgres/embedded.ts'
import { figures, fillCustomers, wrongs } from './outreach-facts.ts'
import { type Server, startServer } from './processes.ts'

/*
 * `npm run bench:outreach -- 20000`: an outreach to so many customers from a file, on two instances of which one is killed
 * (SIGKILL) five times, and what is then true of every case and every promise. Ends with 1 when anything is not.
 */

const size = Number(process.argv[2] ?? 20_000)
const kills = 5
const owners = 100
const key = 'bench-key-of-thirty-two-signs-or-more'

interface Shown {
  readonly id: string
  readonly state: string
  readonly progress: Readonly<
    Record<'customers' | 'waiting' | 'informed' | 'passedOver' | 'letSleep', number>
  >
}

const folder = await mkdtemp(join(tmpdir(), 'eigenaar-outreach-'))
const embedded = await startEmbedded({ dataDir: folder })
const client = new pg.Client({ connectionString: embedded.url })
const stopping = new AbortController()
let servers: Server[] = []
try {
  await migrate(embedded.url)
  await client.connect()
  servers = [await start(), await start()]
  await hire()
  await fillCustomers(client, size)
  // Some were disturbed by another one just before, and have their quiet week.
  const early = await draft('Earlier', size / 40)
  await untilDone(early, 0)

  const began = performance.now()
  const { id, progress } = await draft('From a file', size)
  tell('seconds until the file was in', (performance.now() - began) / 1000)
  tell('customers in it', progress.customers)
  const started = performance.now()
  await untilDone({ id, state: 'draft', progress }, kills)
  const seconds = (performance.now() - started) / 1000
  tell('seconds until it was done', seconds)
  const found = await figures(client, id)
  for (const [name, figure] of Object.entries(found)) tell(name, figure)
  tell('cases a second', Number(found.cases) / seconds)
  for (const [law, query] of Object.entries(wrongs)) {
    const { rowCount } = await client.query(query, [id])
    tell(`wrong: ${law}`, rowCount ?? 0)
    if (rowCount !== 0) process.exitCode = 1
  }
} finally {
  await Promise.all(servers.map((server) => server.stop()))
  await client.end()
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}

function start(): Promise<Server> {
  const environment = { DATABASE_URL: embedded.url, BOOTSTRAP_API_KEY: key }
  return startServer('src/main.ts', environment, stopping.signal)
}

async function send<T>(method: string, path: string, body?: object | string): Promise<T> {
  const type = typeof body === 'string' ? 'text/csv' : 'application/json'
  const text = typeof body === 'object' ? JSON.stringify(body) : body
  const answer = await fetch(`http://127.0.0.1:${servers[0]?.port}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(text !== undefined && { 'content-type': type }) },
    ...(text !== undefined && { body: text }),
  })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

async function hire(): Promise<void> {
  for (const name of ['Noord', 'Zuid']) {
    const agreements = { callbacksPerHour: 8 }
    const { id: teamId } = await send<{ id: string }>('POST', '/teams', { name, agreements })
    for (let n = 0; n < owners / 2; n++) await send('POST', '/employees', { name: `${name} ${n}`, teamId })
  }
}

/** The draft of an outreach to the first so many customers: some are let sleep, and some get something back. */
async function draft(title: string, count: number): Promise<Shown> {
  const { id } = await send<Shown>('POST', '/outreaches', {
    title,
    reason: 'Meters of type K-40 counted too much.',
    valueToCustomer: 'They get back what they paid too much.',
    budget: { amount: '1000000.00', currency: 'EUR' },
    until: Temporal.Now.instant()
      .add({ hours: 24 * 60 })
      .toString(),
  })
  const lines = Array.from({ length: count }, (_, n) => {
    const decision = n % 10 === 9 ? 'letSleep' : n % 5 === 0 ? 'informAndRefund' : 'inform'
    const rest = { letSleep: ',Moved in later.', informAndRefund: '12.50,', inform: ',' }[decision]
    return `crm,C-${n},${decision},${rest}`
  })
  return send(
    'POST',
    `/outreaches/${id}/customers`,
    `system,externalId,decision,refund,why\n${lines.join('\n')}\n`,
  )
}

/** Starts it and waits; on its way the second instance is killed so often, and comes back. */
async function untilDone({ id, progress }: Shown, times: number): Promise<void> {
  let now = await send<Shown>('POST', `/outreaches/${id}/start`)
  for (let killed = 0; now.state !== 'done'; now = await send<Shown>('GET', `/outreaches/${id}`)) {
    const share = now.progress.informed / progress.customers
    const victim = servers[1]
    if (killed < times && victim && share > (killed + 1) / (times + 2)) {
      process.kill(victim.pid, 'SIGKILL')
      killed++
      tell(`kill ${killed}, informed by then`, now.progress.informed)
      // The first one goes on alone, and is killed in turn.
      servers = [await start(), ...servers.slice(0, 1)]
    }
    await sleep(100)
  }
}

function tell(name: string, figure: number | string): void {
  const shown = typeof figure === 'number' ? Math.round(figure * 100) / 100 : figure
  console.info(`${name.padEnd(70)} ${shown}`)
}
