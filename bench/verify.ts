import { deepStrictEqual } from 'node:assert'
import type pg from 'pg'
import type { ByContestant, Contestant } from './contestants.ts'
import type { Databases } from './databases.ts'
import type { Call } from './load.ts'
import type { Operation, Requests } from './operations.ts'
import { newCases } from './seed.ts'

const tables = [
  'cases',
  'contacts',
  'callbacks',
  'callback_attempts',
  'resolutions',
  'surveys',
  'events',
  'notes',
  'gestures',
  'spending_accounts',
  'ledger',
  'customers',
  'idempotency_keys',
] as const

/**
 * Sends each operation once to all contestants, and throws unless all write the same rows in the same tables, column for
 * column, and answer in the same shape; the honest floor with the same headers, by name, as the service, and with a
 * feed in which every event has its place. Ids, moments, references and the order of the feed are each contestant's own;
 * everything else must be equal.
 */
export async function verify(
  databases: Databases,
  ports: ByContestant<number>,
  requests: Requests,
  operations: readonly Operation[],
): Promise<void> {
  const cases = newCases(databases.seed, 1)
  await databases.addCases(cases)
  const differences: string[] = []
  for (const operation of operations) {
    const call = requests(operation, cases.values())()
    if (!call) throw new Error(`there is no request for ${operation}`)
    const of = (who: Contestant) => effectOf(call, ports[who], databases.sql[who])
    const [floor, honest, service] = await Promise.all([of('floor'), of('honest'), of('service')])
    try {
      deepStrictEqual(plain(service), plain(floor), 'the service and the floor do not do the same')
      deepStrictEqual(service, honest, 'the service and the honest floor do not do the same')
      process.stderr.write(`  ${operation}: same rows (${countsOf(service.rows)}), same answer\n`)
    } catch (error) {
      differences.push(`${operation}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  await databases.numbered('honest')
  await databases.numbered('service')
  if (differences.length > 0) throw new Error(differences.join('\n\n'))
}

/** Without what the bare floor leaves out. */
const plain = ({ headers: _, ...rest }: Effect) => rest

interface Effect {
  readonly rows: Readonly<Record<string, readonly unknown[]>>
  readonly answer: unknown
  /** The names of all headers. */
  readonly headers: readonly string[]
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
      `select to_jsonb(t) - '{search,tx,body,fingerprint,caller,lock}'::text[] as row from ${table} t
      where age(xmin) <= age($1::xid) ${onlyNew}`,
      [before[0].xid, before[0].event],
    )
    if (written.length > 0)
      rows[table] = written.map(({ row }) => masked(row)).sort((a, b) => (asText(a) < asText(b) ? -1 : 1))
  }
  const { status, headers } = response
  const told = ['content-type', 'etag', 'location'].map((name) => masked(headers.get(name)))
  return { rows, answer: { status, told, shape: shapeOf(body) }, headers: [...headers.keys()].sort() }
}

const asText = (value: unknown): string => JSON.stringify(value)

/** Without what differs from one contestant to the other. */
function masked(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'a moment')
    .replaceAll(/"reference": ?"\d+"/g, '"reference":"digits"')
    .replaceAll(/"trace_parent": ?(null|"[\da-f-]+")/g, '"trace_parent":"a trace or none"')
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
