import { deepStrictEqual } from 'node:assert'
import type pg from 'pg'
import { type Contestant, contestants, type Databases } from './databases.ts'
import type { Call } from './load.ts'
import type { Operation, Requests } from './operations.ts'
import { newCases } from './seed.ts'

const tables = [
  'cases',
  'contacts',
  'callbacks',
  'callback_attempts',
  'resolutions',
  'events',
  'notes',
  'gestures',
  'spending_accounts',
  'ledger',
  'customers',
  'idempotency_keys',
] as const

/**
 * Sends each operation once to both contestants, and throws unless both write the same rows in the same tables,
 * column for column, and answer in the same shape. Ids, moments, references and the order of the feed are each
 * contestant's own; everything else must be equal.
 */
export async function verify(
  databases: Databases,
  ports: Readonly<Record<Contestant, number>>,
  requests: Requests,
  operations: readonly Operation[],
): Promise<void> {
  const cases = newCases(databases.seed, 1)
  await databases.addCases(cases)
  for (const operation of operations) {
    const call = requests(operation, cases.values())()
    if (!call) throw new Error(`there is no request for ${operation}`)
    const [floor, service] = await Promise.all(
      contestants.map((who) => effectOf(call, ports[who], databases.sql[who])),
    )
    deepStrictEqual(service, floor, `${operation}: the service and the floor do not do the same`)
    process.stderr.write(`  ${operation}: same rows (${countsOf(service?.rows ?? {})}), same answer\n`)
  }
}

interface Effect {
  readonly rows: Readonly<Record<string, readonly unknown[]>>
  readonly answer: unknown
}

async function effectOf(call: Call, port: number, sql: pg.Client): Promise<Effect> {
  const { rows: before } = await sql.query(
    `select (pg_current_xact_id()::text::bigint % 4294967296)::text as xid,
      coalesce((select id from events order by id desc limit 1), '00000000-0000-0000-0000-000000000000') as event`,
  )
  const response = await fetch(`http://127.0.0.1:${port}${call.path}`, {
    method: call.method,
    headers: call.headers,
    ...(call.body === undefined ? {} : { body: call.body }),
  })
  const body: unknown = await response.json()
  const rows: Record<string, unknown[]> = {}
  for (const table of tables) {
    // The service numbers earlier events meanwhile, so of events only new ones count.
    const onlyNew = table === 'events' ? 'and id > $2::uuid' : 'and $2::uuid is not null'
    const { rows: written } = await sql.query(
      `select to_jsonb(t) - '{search,tx,body,fingerprint,caller}'::text[] as row from ${table} t
      where age(xmin) <= age($1::xid) ${onlyNew}`,
      [before[0].xid, before[0].event],
    )
    if (written.length > 0)
      rows[table] = written.map(({ row }) => masked(row)).sort((a, b) => (asText(a) < asText(b) ? -1 : 1))
  }
  const { status, headers } = response
  const told = ['content-type', 'etag', 'location'].map((name) => masked(headers.get(name)))
  return { rows, answer: { status, told, shape: shapeOf(body) } }
}

const asText = (value: unknown): string => JSON.stringify(value)

/** Without what differs from one contestant to the other. */
function masked(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'a moment')
    .replaceAll(/"reference": ?"\d+"/g, '"reference":"digits"')
  return JSON.parse(text)
}

/** The names and the types in an answer; of a list, those of its first item. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf)
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeOf(item)]))
}

const countsOf = (rows: Effect['rows']): string =>
  Object.entries(rows)
    .map(([table, written]) => `${table} ${written.length}`)
    .join(', ') || 'none'
