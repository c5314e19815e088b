import { type SQL, sql } from 'drizzle-orm'
import type { Listing, Search } from './list-parts.ts'
import { planned, type Statement, statement } from './statement.ts'

/** What a page is asked for: each combination is a statement of its own. */
export interface Shape {
  readonly used: readonly { readonly name: string; readonly many: boolean }[]
  /** Whether the page begins after another one. */
  readonly continued: boolean
  /** Whether a search is for words that many rows have. */
  readonly common: boolean
  readonly most: number
}

type Rows = Statement<Record<string, unknown>, Record<string, unknown>>

/** Finds the rows of a page; the keys of them, where a search has a shorter way to those. */
export function listStatement<Row>(listing: Listing<Row>, { used, continued, common, most }: Shape): Rows {
  const { filters, order, always } = listing
  const search = used.some(({ name }) => name === listing.search?.by) ? listing.search : undefined
  const isPlanned = search ?? used.some(({ name }) => listing.planned?.includes(name))
  const make = isPlanned ? planned : statement
  const direction = sql.raw(listing.descending ? 'desc' : 'asc')
  const end = sql`limit ${sql.raw(String(most))}`
  const begin = sql.raw(listing.descending ? '<' : '>')
  const from = listed(order.map((o, index) => sql`${sql.placeholder(`from${index}`)}::${sql.raw(o.type)}`))

  const byKeys = listed(order.map(({ key }) => sql`${sql.identifier(key)} ${direction}`))

  const filter = ({ name, many }: Shape['used'][number]) =>
    filters[name]?.(sql`${sql.placeholder(name)}`, many) ?? sql`true`
  const words = used.filter(({ name }) => name === search?.by).map(filter)
  const conditions = [
    ...used.filter(({ name }) => name !== search?.by).map(filter),
    ...(always ? [always] : []),
    ...(continued ? [sql`(${listed(order.map(({ column }) => column))}) ${begin} (${from})`] : []),
    ...(continued && search?.keys ? [sql`${search.keys.column} ${begin} ${from}`] : []),
  ]
  const by = listed(order.map(({ column }) => sql`${column} ${direction}`))
  const few = search?.areCommon && !common ? search.keys?.few : undefined
  const first = (part: Part): SQL => {
    if (few && 'words' in part)
      return sql`${few(all([...words, part.words]))} where ${all([...conditions, part.where])} order by ${by} ${end}`
    const asked = [...words, ...conditions, ...('words' in part ? [part.words, part.where] : [part])]
    return sql`${search?.keys?.select ?? listing.select} where ${all(asked)} order by ${by} ${end}`
  }

  const parts = (common ? undefined : search?.parts) ?? listing.parts
  if (!parts) return make(first(few ? { words: sql`true`, where: sql`true` } : sql`true`))
  const union = sql.join(
    parts.map((part) => sql`(${first(part)})`),
    sql` union all `,
  )
  return make(sql`select * from (${union}) parts order by ${byKeys} ${end}`)
}

/** The rows whose keys a search has found. */
export function foundStatement<Row>({ select, order, descending, search }: Listing<Row>): Rows | undefined {
  if (!search?.keys) return undefined
  const by = order.map(({ column }) => sql`${column} ${sql.raw(descending ? 'desc' : 'asc')}`)
  return statement(sql`${select} where ${search.keys.found} order by ${listed(by)}`)
}

type Part = NonNullable<Search['parts']>[number]

const all = (conditions: readonly SQL[]): SQL => sql.join([...conditions], sql` and `)

const listed = (each: SQL[]): SQL => sql.join(each, sql`, `)
