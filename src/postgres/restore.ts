import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { migrate } from '../db/migrate.ts'
import { CannotStart } from '../lib/cannot-start.ts'
import type { DumpEnd, DumpHead, DumpTable } from './dump.ts'

const ours = fileURLToPath(new URL('../../migrations', import.meta.url))

/**
 * Loads what `dump` wrote into the empty database at `url`: tables as they were then, all rows in one transaction, and
 * then the migrations that came since. Triggers and foreign keys are off meanwhile, since the rows upheld them where they
 * come from; that takes a superuser. Throws `CannotStart` for a dump that is not whole or that this version can't read.
 */
export async function restore(
  url: string,
  lines: AsyncIterable<string>,
  say: (line: string) => void,
): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'eigenaar restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await load(client, url, lines, say)
  } finally {
    await client.end()
  }
  await migrate(url, say)
}

async function load(
  client: Client,
  url: string,
  lines: AsyncIterable<string>,
  say: (line: string) => void,
): Promise<void> {
  const found: Record<string, number> = {}
  let head: DumpHead | undefined
  let table: DumpTable | undefined
  let end: DumpEnd | undefined
  let batch: string[] = []
  const flush = async () => {
    if (table && batch.length > 0) await insert(client, table, batch)
    batch = []
  }
  for await (const line of lines) {
    if (head === undefined) {
      head = headIn(line)
      await assertKnown(head)
      await assertEmpty(client, head)
      await makeTables(client, url, head, say)
    } else if (line.startsWith('{"table":')) {
      await flush()
      table = JSON.parse(line) as DumpTable
      found[table.table] = 0
    } else if (line.startsWith('{"rows":')) {
      await flush()
      end = JSON.parse(line) as DumpEnd
    } else if (table !== undefined && line !== '') {
      batch.push(line)
      found[table.table] = (found[table.table] ?? 0) + 1
      if (batch.length === 500) await flush()
    }
  }
  if (JSON.stringify(end?.rows) !== JSON.stringify(found))
    throw new CannotStart('The dump is not whole, so nothing was restored.')
  for (const [name, last] of Object.entries(head?.sequences ?? {}))
    await client.query('SELECT setval($1::regclass, $2)', [`public.${client.escapeIdentifier(name)}`, last])
  await client.query('COMMIT')
  await client.query('ANALYZE')
  say(`restored ${Object.values(found).reduce((sum, each) => sum + each, 0)} rows`)
}

function headIn(line: string): DumpHead {
  const head: unknown = line.startsWith('{"eigenaar":') ? JSON.parse(line) : null
  if (head === null) throw new CannotStart('This file is no dump of Eigenaar.')
  return head as DumpHead
}

async function assertKnown({ eigenaar, migrations }: DumpHead): Promise<void> {
  const known = new Set(await readdir(ours))
  if (migrations.some((name) => !known.has(name)))
    throw new CannotStart(
      `The dump is of Eigenaar ${eigenaar}, which is newer than this one. Restore it with that one.`,
    )
}

/** A restore that was stopped half way left empty tables at most, and may be tried again. */
async function assertEmpty(client: Client, { migrations }: DumpHead): Promise<void> {
  const { rows: tables } = await client.query(`SELECT to_regclass('drizzle.__drizzle_migrations') AS name`)
  if (tables[0]?.name === null) return
  const { rows: applied } = await client.query('SELECT name FROM drizzle.__drizzle_migrations')
  const { rows: keys } = await client.query('SELECT FROM public.api_keys LIMIT 1')
  if (keys.length > 0 || applied.some(({ name }) => !migrations.includes(name)))
    throw new CannotStart(
      'There is an Eigenaar in this database already, and nothing was changed. Restore into a new folder with DATA_DIR.',
    )
}

/** The tables as they were, empty, in a transaction that is open: what migrations put in came with the dump as well. */
async function makeTables(
  client: Client,
  url: string,
  { migrations }: DumpHead,
  say: (line: string) => void,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'eigenaar-restore-'))
  try {
    for (const name of migrations) await cp(join(ours, name), join(folder, name), { recursive: true })
    await migrate(url, say, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  await client.query('BEGIN')
  await client.query(`SET LOCAL timezone = 'UTC'`)
  await client.query('SET LOCAL session_replication_role = replica')
  const { rows } = await client.query(
    `SELECT string_agg(format('public.%I', relname), ', ') AS names FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  )
  await client.query(`TRUNCATE ${rows[0]?.names}`)
}

async function insert(
  client: Client,
  { table, columns }: DumpTable,
  lines: readonly string[],
): Promise<void> {
  const names = columns.map((name) => client.escapeIdentifier(name)).join(', ')
  const into = `public.${client.escapeIdentifier(table)}`
  await client.query(
    `INSERT INTO ${into} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${names} FROM jsonb_populate_recordset(NULL::${into}, $1::jsonb)`,
    [`[${lines.join(',')}]`],
  )
}
