import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'
import { CannotStart } from '../lib/cannot-start.ts'

/**
 * Brings the database at `url` up to date with `migrations/` and answers how many were applied: all that are
 * missing, in one transaction. Any number of instances may call it at once; one applies, the others wait. `url`
 * must lead to PostgreSQL itself, since a session lock doesn't survive a pooler in transaction mode. Waits up to
 * `patience` milliseconds for a server that is starting, and throws what the database answered when a migration can't
 * be applied, or `CannotStart` for a server that is too old.
 */
export async function migrate(
  url: string,
  say: (line: string) => void = () => undefined,
  folder: string = fileURLToPath(new URL('../../migrations', import.meta.url)),
  patience = 30_000,
): Promise<number> {
  const client = await connect(url, say, patience)
  // What takes long says how far it is; notices of PostgreSQL's own have a code.
  client.on('notice', ({ code, message }) => {
    if (code === '00000') say(message ?? '')
  })
  try {
    await assertRecent(client)
    await lock(client, say)
    const before = await countApplied(client)
    await apply(client, folder, say)
    const applied = (await countApplied(client)) - before
    say(
      applied === 0
        ? 'The database is up to date'
        : `Applied ${applied} migration${applied === 1 ? '' : 's'}`,
    )
    return applied
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}

async function connect(url: string, say: (line: string) => void, patience: number): Promise<Client> {
  const began = Date.now()
  for (let attempt = 0; ; attempt++) {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      application_name: 'eigenaar migrate',
    })
    // A connection lost between two queries fails the next one; without a listener it would end the process.
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if (Date.now() - began >= patience || !NOT_YET.has(codeOf(error))) throw error
      if (attempt === 0) say('Waiting for the database')
      await sleep(500)
    }
  }
}

/** No server, no name or no socket yet, and "the database system is starting up". */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', '57P03'])

async function assertRecent(client: Client): Promise<void> {
  const { rows } = await client.query('SHOW server_version_num')
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  if (major < OLDEST)
    throw new CannotStart(
      `Eigenaar needs PostgreSQL ${OLDEST} or later, and this database is of PostgreSQL ${major}.`,
    )
}

const OLDEST = 15

/**
 * Asked for again and again rather than waited for: a session that waits for a lock holds a snapshot, and
 * CREATE INDEX CONCURRENTLY in a migration would wait for that one in turn.
 */
async function lock(client: Client, say: (line: string) => void): Promise<void> {
  for (let attempt = 0; attempt < 3_000; attempt++) {
    const { rows } = await client.query(`SELECT pg_try_advisory_lock(${LOCK}) AS taken`)
    if (rows[0]?.taken === true) return
    if (attempt === 0) say('Another instance is migrating; waiting for it')
    await sleep(200)
  }
  throw new Error('Another instance has been migrating for ten minutes')
}

/** The advisory lock of migrations, one for the whole database. */
const LOCK = 1_815_002

/**
 * A migration that waits for a table makes everybody else wait behind it; so it gives up after half a second,
 * lets them pass and tries again.
 */
async function apply(client: Client, folder: string, say: (line: string) => void): Promise<void> {
  await client.query(`SET lock_timeout = '500ms'`)
  await client.query('SET statement_timeout = 0')
  for (let attempt = 1; ; attempt++) {
    try {
      await runMigrations(drizzle({ client }), { migrationsFolder: folder })
      return
    } catch (error) {
      if (attempt === 20 || codeOf(error) !== LOCK_NOT_AVAILABLE) throw error
      say('A table is in use; trying again')
      await sleep(250 + Math.random() * 500)
    }
  }
}

const LOCK_NOT_AVAILABLE = '55P03'

async function countApplied(client: Client): Promise<number> {
  const { rows: tables } = await client.query(`SELECT to_regclass('drizzle.__drizzle_migrations') AS name`)
  if (tables[0]?.name === null) return 0
  const { rows } = await client.query('SELECT count(*)::int AS applied FROM drizzle.__drizzle_migrations')
  return rows[0]?.applied ?? 0
}

/** Node's and PostgreSQL's errors carry a code; drizzle wraps PostgreSQL's. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}
