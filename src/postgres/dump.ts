import { Client } from 'pg'
import project from '../../package.json' with { type: 'json' }
import { CannotStart } from '../lib/cannot-start.ts'

/** The first line of a dump: what it is, and of which version of the tables. */
export interface DumpHead {
  readonly eigenaar: string
  readonly at: string
  /** The migrations that made the tables, in their order. */
  readonly migrations: readonly string[]
  readonly sequences: Readonly<Record<string, string>>
}

/** What stands above the rows of a table. */
export interface DumpTable {
  readonly table: string
  readonly columns: readonly string[]
}

/** The last line: without it the dump is not whole. */
export interface DumpEnd {
  readonly rows: Readonly<Record<string, number>>
}

const atATime = 500

/**
 * Everything in the database at `url`, as lines of JSON: a head, then for each table what it is and its rows, then the end.
 * All of it is of one moment, also while the service works. Rows are written as PostgreSQL spells them and never read here,
 * so that no number and no moment loses a digit. Ends at once with `signal`.
 */
export async function* dump(
  url: string,
  say: (line: string) => void,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const client = new Client({ connectionString: url, application_name: 'eigenaar dump' })
  client.on('error', () => undefined)
  await client.connect()
  // What it waits for then, somebody else's lock for instance, it waits for no more.
  signal?.addEventListener('abort', () => void client.end(), { once: true })
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SET LOCAL timezone = 'UTC'`)
    yield `${JSON.stringify(await headOf(client))}\n`
    const rows: Record<string, number> = {}
    for (const table of await tablesOf(client)) {
      yield `${JSON.stringify(table)}\n`
      let count = 0
      for await (const lines of rowsOf(client, table)) {
        count += lines.length
        yield `${lines.join('\n')}\n`
      }
      rows[table.table] = count
      say(`${table.table}: ${count}`)
    }
    yield `${JSON.stringify({ rows } satisfies DumpEnd)}\n`
  } finally {
    await client.end()
  }
}

async function headOf(client: Client): Promise<DumpHead> {
  const { rows } = await client.query(`SELECT to_regclass('drizzle.__drizzle_migrations') AS name`)
  if (rows[0]?.name === null) throw new CannotStart('There is no Eigenaar in this database: nothing to dump.')
  const made = await client.query('SELECT name FROM drizzle.__drizzle_migrations ORDER BY id')
  const counted = await client.query(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
  return {
    eigenaar: project.version,
    at: new Date().toISOString(),
    migrations: made.rows.map(({ name }) => name),
    sequences: Object.fromEntries(counted.rows.map(({ name, last }) => [name, last])),
  }
}

/** All tables, with the columns that are written to: the others follow from these. */
async function tablesOf(client: Client): Promise<DumpTable[]> {
  const { rows } = await client.query(
    `SELECT c.relname AS table, json_agg(a.attname ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY 1 ORDER BY 1`,
  )
  return rows
}

async function* rowsOf(client: Client, { table, columns }: DumpTable): AsyncGenerator<string[]> {
  const names = columns.map((name) => client.escapeIdentifier(name)).join(', ')
  const from = client.escapeIdentifier(table)
  await client.query(
    `DECLARE dumped NO SCROLL CURSOR FOR SELECT to_jsonb(r)::text AS row FROM (SELECT ${names} FROM public.${from}) r`,
  )
  for (;;) {
    const { rows } = await client.query(`FETCH ${atATime} FROM dumped`)
    if (rows.length === 0) break
    yield rows.map(({ row }) => row)
  }
  await client.query('CLOSE dumped')
}
