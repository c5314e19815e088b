import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '../src/db/migrate.ts'
import { startEmbedded } from '../src/postgres/embedded.ts'
import { type ByContestant, byContestant, type Contestant, contestants, inTurn } from './contestants.ts'
import { parentOf } from './processes.ts'
import { insertCases, type NewCase, type Seed, seed } from './seed.ts'

/** One server, and on it a database for each contestant: copies of one another, to the byte. */
export interface Databases {
  readonly seed: Seed
  readonly url: ByContestant<string>
  readonly sql: ByContestant<pg.Client>
  /** The first process of the server, when it runs on this machine; null otherwise. */
  readonly postmaster: number | null
  /** Puts the same open cases into each. */
  addCases(cases: readonly NewCase[]): Promise<void>
  /** Waits until a contestant has numbered its feed, which the bare floor never does. */
  numbered(who: Contestant): Promise<void>
  /** Bytes of write-ahead log that the server has written so far, for all databases. */
  written(): Promise<number>
  /** Tidies all up, so that no measured round pays for what went before it. */
  settle(): Promise<void>
  /** Counts anew. Tables that were empty hold rows now: plans follow, as they do within a minute of any first day. */
  analyze(): Promise<void>
  stop(): Promise<void>
}

/** Uses the server at `given`, whose user may create databases, or else an embedded one, as durable as it ships. */
export async function openDatabases(given: string | undefined, folder: string): Promise<Databases> {
  const embedded = given ? undefined : await startEmbedded({ dataDir: folder })
  const server = given ?? embedded?.url ?? ''
  const prefix = `eigenaar_bench_${randomBytes(4).toString('hex')}`
  const name = byContestant((who) => `${prefix}_${who}`)
  const url = byContestant((who) => withDatabase(server, name[who]))
  const clients: pg.Client[] = []
  const stop = async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
    if (embedded) {
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
    } else {
      for (const database of Object.values(name))
        await administer(server, `drop database if exists ${database} with (force)`)
    }
  }

  try {
    await administer(server, `create database ${name.service}`)
    await migrate(url.service)
    const first = await connect(url.service)
    const seeded = await seed(first).finally(() => first.end())
    for (const who of contestants.filter((who) => who !== 'service'))
      await administer(server, `create database ${name[who]} template ${name.service}`)
    const sql = await inTurn((who) => connect(url[who]))
    clients.push(...Object.values(sql))
    const each = (run: (client: pg.Client) => Promise<unknown>) => inTurn((who) => run(sql[who]))
    const numbered = async (who: Contestant) => {
      if (who !== 'floor') await untilFeedIsNumbered(sql[who])
    }
    return {
      seed: seeded,
      url,
      sql,
      postmaster: embedded ? await postmasterOf(sql.floor) : null,
      async addCases(cases) {
        if (cases.length === 0) return
        await inTurn(numbered)
        await each((client) => insertCases(client, cases))
      },
      numbered,
      async written() {
        const { rows } = await sql.floor.query(`select pg_current_wal_lsn() - '0/0' as bytes`)
        return Number(rows[0].bytes)
      },
      async settle() {
        await inTurn(numbered)
        await each((client) => client.query('vacuum analyze'))
        await sql.floor.query('checkpoint').catch(() => {})
      },
      async analyze() {
        await each((client) => client.query('analyze'))
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'eigenaar bench' })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function administer(server: string, statement: string): Promise<void> {
  const client = await connect(server)
  await client.query(statement).finally(() => client.end())
}

async function postmasterOf(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query('select pg_backend_pid() as pid')
  return parentOf(rows[0].pid)
}

/** New cases bring their own places in the feed; who wrote events meanwhile gives them theirs. */
async function untilFeedIsNumbered(client: pg.Client): Promise<void> {
  for (let waited = 0; waited < 600; waited++) {
    const { rowCount } = await client.query('select where feed_waits()')
    if (rowCount === 0) return
    await sleep(100)
  }
  throw new Error('a contestant does not number its events')
}
