import { type SQL, sql } from 'drizzle-orm'
import { planned, type Statement, statement } from '../statement.ts'
import type { Lead, Listing, Search } from './parts.ts'

/** What a page is asked for: each combination is a statement of its own. */
export interface Shape {
  readonly used: readonly { readonly name: string; readonly many: boolean }[]
  /** Whether the page begins after another one. */
  readonly continued: boolean
  /** Whether a search is for words that many rows have. */
  readonly common: boolean
  readonly most: number
}

/** What a list asks of the database. */
export type Rows = Statement<Record<string, unknown>, Record<string, unknown>>

/** How a page is found: its rows, or their keys, by which another statement reads them. */
export interface PageStatement {
  readonly statement: Rows
  readonly ofKeys: boolean
}

/** Finds the rows of a page; the keys of them, where that is planned each time or a search has a shorter way to those. */
export function listStatement<Row>(listing: Listing<Row>, shape: Shape): PageStatement {
  const { used, continued, common, most } = shape
  const { filters, order, always } = listing
  const search = used.some(({ name }) => name === listing.search?.by) ? listing.search : undefined
  const chosen = search || used.some(({ name }) => listing.planned?.includes(name))
  const parts = (common ? undefined : search?.parts) ?? listing.parts ?? [sql`true`]
  const leader = chosen ? undefined : leaderOf(listing, shape)
  const isLed = leader !== undefined || (parts[0] !== undefined && 'lead' in parts[0])
  const isPlanned = chosen || (parts.length > 1 && !isLed)

  const direction = sql.raw(listing.descending ? 'desc' : 'asc')
  const end = sql`limit ${sql.raw(String(most))}`
  const begin = sql.raw(listing.descending ? '<' : '>')
  const from = listed(order.map((o, index) => sql`${sql.placeholder(`from${index}`)}::${sql.raw(o.type)}`))
  const columns = order.map(({ column }) => column)
  const byEach = (each: readonly SQL[]) => listed(each.map((column) => sql`${column} ${direction}`))
  const isOne = parts.length === 1 && !leader?.many && !leader?.lead.values
  const byKeys = order.map(({ column, key }) => ({ column, name: sql.identifier(String(key)) }))
  const keys =
    listing.byKeys && (isPlanned || !isOne)
      ? sql`select ${listed(byKeys.map(({ column, name }) => sql`${column} as ${name}`))} ${listing.byKeys.from}`
      : undefined
  const select = search?.keys?.select ?? keys ?? listing.select

  const filterOf =
    (own: Listing<Row>['filters'] = {}) =>
    ({ name, many }: Shape['used'][number]) =>
      (own[name] ?? filters[name])?.(sql`${sql.placeholder(name)}`, many) ?? sql`true`
  const filter = filterOf()
  const words = used.filter(({ name }) => name === search?.by).map(filter)
  const others = used.filter(({ name }) => name !== search?.by)
  const conditionsOf = (asked: Shape['used'], own?: Listing<Row>['filters']) => [
    ...asked.map(filterOf(own)),
    ...(always ? [always] : []),
    ...(continued && search?.keys ? [sql`${search.keys.column} ${begin} ${from}`] : []),
  ]
  const conditions = conditionsOf(others)

  const walk = (asked: readonly SQL[], source: SQL = select): SQL => {
    const where = [...asked, ...(continued ? [sql`(${listed(columns)}) ${begin} (${from})`] : [])]
    return sql`${source} where ${all(where)} order by ${byEach(columns)} ${end}`
  }
  /** By the index that the column leads; for each of several values on its own, since together they have no order. */
  const ledWalk = (lead: Lead, value: SQL, asked: readonly SQL[]): SQL => {
    const { column, key, join } = lead
    const rest = [...(key ? [key] : columns.slice(0, 1)), ...columns.slice(1)]
    const led = [column, ...rest]
    const where = [
      ...asked,
      // Said with =, PostgreSQL would know that the order by the column is none, and might leave its index aside.
      sql`${column} = any(array[${value}])`,
      ...(key && columns[0] ? [sql`${key} = ${columns[0]}`] : []),
      ...(continued ? [sql`(${listed(rest)}) ${begin} (${from})`] : []),
    ]
    return sql`${select} ${join ?? sql``} where ${all(where)} order by ${byEach(led)} ${end}`
  }

  const few = search?.areCommon && !common ? search.keys?.few : undefined
  const first = (part: Asked, index: number): SQL => {
    if ('words' in part)
      return few
        ? walk([...conditions, part.where], few(all([...words, part.words])))
        : walk([...words, ...conditions, part.words, part.where])
    const { where, lead: own, filters: less } = 'where' in part ? part : { where: part }
    const beside = own ? sql`${own.column} = ${own.value}` : sql`true`
    if (index === 0 && leader) {
      const { lead, name, many } = leader
      const isItself = !lead.value && !lead.values
      const rest = [
        ...conditionsOf(isItself ? others.filter((each) => each.name !== name) : others, less),
        where,
        beside,
      ]
      const given = sql`${sql.placeholder(name)}::${sql.raw(lead.type)}`
      if (!many && !lead.values) return ledWalk(lead, lead.value ?? given, rest)
      const led = lead.values?.(sql`${sql.placeholder(name)}`, many) ?? sql`select unnest(${given}[])`
      const each = ledWalk(lead, sql`led.value`, rest)
      return sql`select walked.* from (select distinct value from (${led}) given (value)) led cross join lateral (${each}) walked`
    }
    const asked = [...conditionsOf(others, less), where]
    if (index === 0 && own && !chosen) return ledWalk(own, own.value, asked)
    return walk([...words, ...asked, beside])
  }

  const only = few && !search?.parts ? { words: sql`true`, where: sql`true` } : parts[0]
  const union = sql.join(
    parts.map((part, index) => sql`(${first(part, index)})`),
    sql` union all `,
  )
  const page =
    isOne && only
      ? first(only, 0)
      : sql`select * from (${union}) parts order by ${byEach(byKeys.map(({ name }) => sql`${name}`))} ${end}`
  if (isPlanned) return { statement: planned(page), ofKeys: keys !== undefined }
  const last = byKeys.at(-1)
  if (!keys || !last) return { statement: statement(page), ofKeys: false }
  return {
    statement:
      statement(sql`${listing.select} where ${last.column} = any(array(select ${last.name} from (${page}) page))
      order by ${byEach(columns)}`),
    ofKeys: false,
  }
}

type Asked = NonNullable<Search['parts']>[number]

/** The filter by which a list is walked. */
function leaderOf<Row>({ leads = {} }: Listing<Row>, { used }: Shape) {
  for (const [name, lead] of Object.entries(leads)) {
    const asked = used.find((each) => each.name === name)
    if (asked) return { name, lead, many: asked.many }
  }
  return undefined
}

const all = (conditions: readonly SQL[]): SQL => sql.join([...conditions], sql` and `)

export const listed = (each: SQL[]): SQL => sql.join(each, sql`, `)
