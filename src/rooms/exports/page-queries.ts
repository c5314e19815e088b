import { type SQL, sql } from 'drizzle-orm'
import { events, feed } from '../../tables/events.ts'
import { asCells, asLines, type Columns, textOf } from './column.ts'
import type { ExportFormat } from './format.ts'
import type { Kind } from './kind.ts'

const number = (value: number): SQL => sql.raw(String(Math.trunc(value)))
const uuid = (value: string): SQL => sql.raw(`'${value.replaceAll(/[^0-9a-f-]/g, '')}'::uuid`)
const nil = '00000000-0000-0000-0000-000000000000'

/** The last id of the next so many rows behind this one; no row where there is none. */
export const lastOfRows = ({ table }: Kind, after: string | null, most: number): string =>
  textOf(sql`select max(n.id::text) as last, count(*)::int as rows from
    (select r.id from ${table} r where r.id > ${uuid(after ?? nil)} order by r.id limit ${number(most)}) n`)

/** The rows behind this id up to that one, in the order of their ids, which is that of their making. */
export function rowsBetween(
  { table, beside = sql`` }: Kind,
  columns: Columns,
  format: ExportFormat,
  after: string | null,
  last: string,
): string {
  const from = sql`from ${table} r ${beside}
    where r.id > ${uuid(after ?? nil)} and r.id <= ${uuid(last)} order by r.id`
  return inForm(columns, from, format)
}

/**
 * Of events behind this place up to that one: the place of the last whose rows fit in so many, or of the first where its own are
 * more; null where all fit.
 */
export const lastThatFits = (kind: Kind, after: number, last: number, most: number): string =>
  textOf(sql`with n as (select f.position ${told(kind, after, last)} and a.id is not null
      order by f.position limit ${number(most + 1)})
    select case when count(*) > ${number(most)} then coalesce(max(position) filter (where position < (select max(position) from n)),
      max(position)) end::float8 as last from n`)

/** The rows that the events behind this place up to that one are about, each once. */
export function rowsOfEvents(
  kind: Kind,
  columns: Columns,
  format: ExportFormat,
  after: number,
  last: number,
): string {
  const { table, beside = sql``, about } = kind
  const places =
    about === undefined
      ? sql`select f.event_id as id, f.position from ${feed} f where ${between(after, last)}`
      : sql`select a.id, max(f.position) as position ${told(kind, after, last)} group by 1`
  const from = sql`from (${places}) place join ${table} r on r.id = place.id ${beside} order by place.position`
  return inForm(columns, from, format)
}

const between = (after: number, last: number): SQL =>
  sql`f.position > ${number(after)} and f.position <= ${number(last)}`

/** Which rows `a` the events at the places `f` tell of. */
const told = ({ table, about, alsoAbout, ofCases }: Kind, after: number, last: number): SQL =>
  sql`from ${feed} f join ${events} e on e.id = f.event_id
    cross join lateral (select ${about} as id ${ofCases ? partsOfCase(table) : sql``}
      ${alsoAbout ? sql`union all ${alsoAbout}` : sql``}) a where ${between(after, last)}`

/**
 * All parts of the case of which the event `e` tells something that none of them has an event of: an erasure, another owner,
 * another customer, another team.
 */
const partsOfCase = (table: SQL): SQL =>
  sql`union all select x.id from ${table} x where x.case_id = e.case_id and (e.type in ('case.succeeded', 'case.customer-corrected')
    or (e.type = 'case.changed' and (e.data ? 'erasureId' or e.data ? 'teamId')))`

const inForm = (columns: Columns, from: SQL, format: ExportFormat): string =>
  textOf((format === 'csv' ? asCells : asLines)(columns, from))
