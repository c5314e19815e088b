import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { toWire } from '../lib/instant.ts'
import type { Page, PageQuery } from '../lib/page.ts'
import { ValidationFailed } from '../lib/problems.ts'
import { type Statement, statement } from './statement.ts'
import type { Reader } from './work.ts'

/** A filter: what it says in SQL, given the placeholder of its value; `many` when the value is a list. */
export type Filter = (value: SQL, many: boolean) => SQL

/** `column` equals the value, or one of the values. */
export const equals =
  (column: SQL, type: 'uuid' | 'text'): Filter =>
  (value, many) =>
    many ? sql`${column} = any(${value}::${sql.raw(type)}[])` : sql`${column} = ${value}`

export interface Listing {
  /** `select … from …`, up to where the conditions begin. */
  readonly select: SQL
  readonly filters: Readonly<Record<string, Filter>>
  /** The columns that order the list, and by which name the row carries each; the last one is unique. */
  readonly order: readonly {
    readonly column: SQL
    readonly key: string
    readonly type: 'uuid' | 'timestamptz' | 'text' | 'bigint'
  }[]
  readonly descending: boolean
  /** What limits the list always, whatever the query asks. */
  readonly always?: SQL
}

/**
 * Rows that a page fetches: a few sizes, each in the statement's text. A plan that is made once for any limit takes it
 * for a tenth of the table, and reads all of it.
 */
const sizes = [2, 11, 26, 51, 101, 201]

/**
 * A list as keyset pages: the next page begins after the last row of this one, so no row comes twice and none is
 * left out while others are written. Each combination of filters is a statement of its own, prepared once.
 */
export function listing<Row extends object>({ select, filters, order, descending, always }: Listing) {
  const statements = new Map<string, Statement<Record<string, unknown>, Row>>()
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const comparison = sql.raw(descending ? '<' : '>')
  const columns = (each: (o: Listing['order'][number], index: number) => SQL) =>
    sql.join(order.map(each), sql`, `)

  const build = (used: readonly { name: string; many: boolean }[], continued: boolean, most: number) => {
    const conditions = used.map(
      ({ name, many }) => filters[name]?.(sql`${sql.placeholder(name)}`, many) ?? sql`true`,
    )
    if (always) conditions.push(always)
    if (continued) {
      const from = columns((o, index) => sql`${sql.placeholder(`from${index}`)}::${sql.raw(o.type)}`)
      conditions.push(sql`(${columns((o) => o.column)}) ${comparison} (${from})`)
    }
    const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
    return statement<Record<string, unknown>, Row>(
      sql`${select} ${where} order by ${columns((o) => sql`${o.column} ${direction}`)} limit ${sql.raw(String(most))}`,
    )
  }

  return async (
    reader: Reader,
    query: PageQuery & Readonly<Record<string, unknown>>,
    fixed: Readonly<Record<string, unknown>> = {},
    /** The keys of the row to begin after, where the query has no cursor. */
    start?: readonly unknown[],
  ): Promise<Page<Row>> => {
    const { limit, cursor, ...given } = query
    const values: Record<string, unknown> = { ...fixed }
    const most = sizes.find((size) => size > limit) ?? limit + 1
    const used = Object.entries(given).flatMap(([name, value]) => {
      if (value === undefined || !(name in filters)) return []
      const many = Array.isArray(value) && value.length > 1
      values[name] = Array.isArray(value) && !many ? value[0] : value
      return [{ name, many }]
    })
    const from = cursor === undefined ? start : readCursor(cursor, markOf(given), order)
    for (const [index, value] of (from ?? []).entries()) values[`from${index}`] = value

    const shape = `${used.map(({ name, many }) => (many ? `${name}*` : name)).sort()} ${from !== undefined} ${most}`
    const known = statements.get(shape) ?? build(used, from !== undefined, most)
    statements.set(shape, known)
    const rows = await reader.db.rows(known, values)

    const data = rows.slice(0, limit)
    const last = data.at(-1)
    if (rows.length <= limit || !last) return { data, nextCursor: null }
    return {
      data,
      nextCursor: writeCursor(
        markOf(given),
        order.map((o) => (last as Record<string, unknown>)[o.key]),
      ),
    }
  }
}

const markOf = (filters: object): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        Object.entries(filters)
          .filter(([, v]) => v !== undefined)
          .sort(),
      ),
    )
    .digest('base64url')
    .slice(0, 12)

const writeCursor = (mark: string, keys: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([mark, ...keys])).toString('base64url')

const forms = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  timestamptz: /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  bigint: /^\d{1,15}$/,
  text: /^[^\0]{0,300}$/,
}

/** A cursor comes back from outside: what the database could choke on is no key. */
const isKey = (type: keyof typeof forms, key: unknown): boolean =>
  (typeof key === 'string' || typeof key === 'number') &&
  forms[type].test(String(key)) &&
  (type !== 'timestamptz' || isMoment(String(key)))

function isMoment(text: string): boolean {
  try {
    return toWire(Temporal.Instant.from(text)) === text
  } catch {
    return false
  }
}

function readCursor(cursor: string, mark: string, order: Listing['order']): readonly unknown[] {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    parts = undefined
  }
  const [madeFor, ...keys] = Array.isArray(parts) ? parts : []
  const fits = keys.length === order.length && order.every(({ type }, index) => isKey(type, keys[index]))
  if (!fits) throw ValidationFailed.at('/cursor', 'is not a cursor of this list')
  if (madeFor !== mark) throw ValidationFailed.at('/cursor', 'belongs to a list with other filters')
  return keys
}
