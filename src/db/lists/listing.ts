import { type SQL, sql } from 'drizzle-orm'
import type { Page, PageQuery } from '../../lib/page.ts'
import type { Reader } from '../work.ts'
import { type Place, readCursor, writeCursor } from './cursor.ts'
import { listStatement, type PageStatement } from './page-statement.ts'
import type { Filter, Listing } from './parts.ts'
import { rowsOfKeys } from './rows-of-keys.ts'

export type { Filter, Lead, Listing, Search } from './parts.ts'

/** `column` equals the value, or one of the values. */
export const equals =
  (column: SQL, type: 'uuid' | 'text'): Filter =>
  (value, many) =>
    many ? sql`${column} = any(${value}::${sql.raw(type)}[])` : sql`${column} = ${value}`

/** `column` is later than the value, a moment. */
export const after =
  (column: SQL): Filter =>
  (value) =>
    sql`${column} > ${value}::timestamptz`

/** `column` is earlier than the value, a moment. */
export const before =
  (column: SQL): Filter =>
  (value) =>
    sql`${column} < ${value}::timestamptz`

/**
 * Rows that a page fetches: a few sizes, each in the statement's text. A plan that is made once for any limit takes it
 * for a tenth of the table, and reads all of it.
 */
const sizes = [2, 11, 26, 51, 101, 201]

/**
 * A list as keyset pages: the next page begins after the last row of this one, so no row comes twice and none is
 * left out while others are written. Each combination of filters is a statement of its own, prepared once.
 */
export function listing<Row>(made: Listing<Row>) {
  const whole = listingInOrder(made)
  const { orderWith, search } = made
  if (!orderWith) return whole
  const { leads: _, ...rest } = made
  const other = listingInOrder({ ...rest, order: orderWith.order, planned: Object.keys(made.filters) })
  const isOther = (query: Readonly<Record<string, unknown>>) =>
    orderWith.filters.some((name) => query[name] !== undefined) && !(search && query[search.by] !== undefined)
  return ((reader, query, ...more) =>
    (isOther(query) ? other : whole)(reader, query, ...more)) as typeof whole
}

function listingInOrder<Row>(made: Listing<Row>) {
  type Found = Record<string, unknown>
  const { filters, order, search } = made
  const statements = new Map<string, PageStatement>()
  const byKeys = rowsOfKeys(made)
  const keyName = order.at(-1)?.key ?? ''

  /** What is at that place, given the filters: rows, or the keys by which they are read. */
  async function find(
    reader: Reader,
    given: Found,
    fixed: object,
    keys: readonly unknown[] | undefined,
    limit: number,
  ) {
    const values: Record<string, unknown> = { ...fixed }
    const most = sizes.find((size) => size > limit) ?? limit + 1
    const used = Object.entries(given).flatMap(([name, value]) => {
      if (value === undefined || !(name in filters)) return []
      const many = Array.isArray(value) && value.length > 1
      values[name] = Array.isArray(value) && !many ? value[0] : value
      return [{ name, many }]
    })
    for (const [index, value] of (keys ?? []).entries()) values[`from${index}`] = value

    const continued = keys !== undefined
    const words = search && given[search.by]
    const common = typeof words === 'string' && (await search?.areCommon?.(reader, words)) === true
    const names = used.map(({ name, many }) => (many ? `${name}*` : name)).sort()
    const shape = `${names} ${continued} ${common} ${most}`
    const known = statements.get(shape) ?? listStatement(made, { used, continued, common, most })
    statements.set(shape, known)
    return { rows: await reader.db.rows(known.statement, values), ofKeys: known.ofKeys }
  }

  async function pageAt(
    reader: Reader,
    { limit, ...given }: PageQuery & Found,
    fixed: object,
    { keys, words }: Partial<Place>,
  ): Promise<Page<Row>> {
    const asked = search && words !== undefined ? { ...given, [search.by]: words } : given
    const { rows, ofKeys } = await find(reader, asked, fixed, keys, limit)
    const here = rows.slice(0, limit)
    const data =
      ofKeys && byKeys && here.length > 0
        ? await reader.db.rows(byKeys, { ...fixed, found: here.map((row) => row[keyName]) })
        : here

    const last = here.at(-1)
    const next = { keys: order.map(({ key }) => last?.[key]), words }
    return {
      data: data as Row[],
      nextCursor:
        rows.length <= limit || !last ? null : writeCursor({ address: reader.address, filters: given }, next),
    }
  }

  return async (
    reader: Reader,
    { cursor, ...query }: PageQuery & Readonly<Record<string, unknown>>,
    fixed: Readonly<Record<string, unknown>> = {},
    /** The keys of the row to begin after, where the query has no cursor. */
    start?: readonly unknown[],
  ): Promise<Page<Row>> => {
    const { limit: _, ...given } = query
    if (cursor !== undefined)
      return pageAt(
        reader,
        query,
        fixed,
        readCursor(cursor, { address: reader.address, filters: given }, order),
      )

    const page = await pageAt(reader, query, fixed, { ...(start && { keys: start }) })
    const typed = search && given[search.by]
    if (!search || page.data.length > 0 || typeof typed !== 'string') return page
    const isKnown = async (word: string) =>
      (await find(reader, { [search.by]: word }, fixed, undefined, 1)).rows.length > 0
    for await (const words of search.widen(reader, typed, isKnown)) {
      const widened = await pageAt(reader, query, fixed, { words })
      if (widened.data.length > 0) return widened
    }
    return page
  }
}
