import { randomBytes } from 'node:crypto'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../src/db/migrate.ts'
import { readsAll } from '../src/db/work.ts'
import { startEmbedded } from '../src/postgres/embedded.ts'
import { startServer } from './processes.ts'
import { fill } from './scale/fill.ts'
import { type Measured, measure, table } from './scale/measure.ts'
import { type Options, readOptions } from './scale/options.ts'
import { writePlans } from './scale/plans.ts'
import { type Question, questions } from './scale/searches.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Measures searching and looking up callers in a large organisation; see README.md. */
async function main(options: Options, signal: AbortSignal): Promise<void> {
  const folder = options.reuse ?? (await mkdtemp(join(tmpdir(), 'eigenaar-scale-')))
  say('starting PostgreSQL')
  const embedded = await startEmbedded({ dataDir: folder })
  const clients: pg.Client[] = []
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: embedded.url, application_name: 'eigenaar bench' })
    client.on('error', () => {})
    await client.connect()
    clients.push(client)
    return client
  }
  // What is under way in the database ends as well.
  const cut = () => void Promise.all(clients.map((client) => client.end().catch(() => {})))
  signal.addEventListener('abort', cut)
  try {
    const filled = join(folder, 'filled')
    const isFilled = await access(filled).then(
      () => true,
      () => false,
    )
    await migrate(embedded.url)
    if (!isFilled) {
      const { rowCount } = await (await connect()).query('select from teams limit 1')
      if (rowCount !== 0) throw new Error(`${folder} holds a database that was not finished: remove it`)
      await fill(connect, options, say)
      await writeFile(filled, `${options.customers} customers, ${options.cases} cases\n`)
    }
    await compare(options, embedded.url, connect, signal)
  } finally {
    signal.removeEventListener('abort', cut)
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
    await embedded.stop()
    if (options.reuse === undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function compare(
  { seconds, rounds, clients, plans, only }: Options,
  databaseUrl: string,
  connect: () => Promise<pg.Client>,
  signal: AbortSignal,
): Promise<void> {
  const client = await connect()
  const employee = async (role: Question['who']) =>
    (
      await client.query(
        'select id, name, extension, team_id as "teamId", role from employees where role = $1 order by id limit 1',
        [role],
      )
    ).rows[0]
  const who = { coach: await employee('coach'), member: await employee('member') }
  const all = (await questions(client, who.member.teamId)).filter(({ name }) => name.includes(only))
  const { rows: counts } = await client.query(
    'select (select count(*)::int from customers) as customers, (select count(*)::int from cases) as cases',
  )

  const key = randomBytes(24).toString('hex')
  const server = await startServer(
    'src/main.ts',
    {
      DATABASE_URL: databaseUrl,
      BOOTSTRAP_API_KEY: key,
      RATE_LIMIT_SYSTEMS: '10000000',
      RATE_LIMIT_EMPLOYEES: '10000000',
    },
    signal,
  )
  const measured: Measured[] = []
  try {
    for (const question of all) {
      const headers = { authorization: `Bearer ${key}`, 'on-behalf-of': who[question.who].id }
      const common = { port: server.port, databaseUrl, headers, seconds, rounds, signal }
      say(`${question.name}, ${question.who}`)
      measured.push(await measure(question, { ...common, clients: 1 }))
      if (question.name.startsWith('callers')) measured.push(await measure(question, { ...common, clients }))
    }
  } finally {
    await server.stop()
  }
  const figures = `${counts[0].customers} customers, ${counts[0].cases} cases\n\n${table(measured)}`
  process.stdout.write(`\n${figures}`)

  say('writing plans')
  const actor = (of: Question['who']) => ({
    kind: 'employee' as const,
    id: who[of].id,
    onBehalfOf: null,
    employee: { ...who[of], standsInFor: [] },
    reads: readsAll,
  })
  const head = `# How PostgreSQL searches\n\nWritten by \`npm run bench:scale\`: how each kind of search is carried out among ${counts[0].customers} customers and\n${counts[0].cases} cases. No large table is read from one end to the other.\n\n${table(measured)}`
  await writePlans(plans, databaseUrl, { coach: actor('coach'), member: actor('member') }, all, head)
}

const ending = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => ending.abort(new Error('ended by a signal')))
try {
  await main(readOptions(process.argv.slice(2)), ending.signal)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
