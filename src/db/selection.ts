import { getColumns, type InferSelectModel, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** What a statement selects: the name that each value has in the row, and how the statement says it. */
export type Selection = Readonly<Record<string, SQLWrapper>>

/** A row of this selection: a column's type is the table's, and anything else says its own, as `sql<number>` does. */
export type RowOf<S extends Selection> = {
  readonly [K in keyof S]: S[K] extends SQLWrapper<infer Value> ? Value : never
}

/** A column of a table under its alias. Embedded in SQL it says `alias.column`. */
export class Field<Value> implements SQLWrapper<Value> {
  /** It holds moments, which JSON has to spell as the wire does. */
  readonly isMoment: boolean
  readonly #sql: SQL<Value>

  constructor(name: SQL<Value>, isMoment: boolean) {
    this.#sql = name
    this.isMoment = isMoment
  }

  getSQL(): SQL<Value> {
    return this.#sql
  }

  shouldOmitSQLParens(): boolean {
    return true
  }
}

type Row<T extends PgTable> = InferSelectModel<T>
type KeyOf<T extends PgTable> = keyof Row<T> & string

/**
 * These columns of the table that the statement calls `alias`, under their own names. They spread like any object:
 * `{ ...pick(notes, 'n', 'id', 'text'), taken: sql<number>`…` }`.
 */
export function pick<T extends PgTable, K extends KeyOf<T>>(table: T, alias: string, ...keys: readonly K[]) {
  return Object.fromEntries(keys.map((key) => [key, fieldOf(table, alias, key)])) as {
    readonly [Key in K]: Field<Row<T>[Key]>
  }
}

/** These columns under other names: `renamed(callbacks, 'b', { from: 'windowFrom', until: 'windowUntil' })`. */
export function renamed<T extends PgTable, const Names extends Readonly<Record<string, KeyOf<T>>>>(
  table: T,
  alias: string,
  names: Names,
) {
  const fields = Object.entries(names).map(([name, key]) => [name, fieldOf(table, alias, key)])
  return Object.fromEntries(fields) as { readonly [Name in keyof Names]: Field<Row<T>[Names[Name]]> }
}

function fieldOf<T extends PgTable>(table: T, alias: string, key: string): Field<unknown> {
  const column = getColumns(table)[key]
  if (!column) throw new Error(`there is no column ${key}`)
  return new Field(sql.raw(`${alias}.${column.name}`), column.getSQLType().startsWith('timestamp'))
}

/** The same of a table that a `left join` may not find: each column may be null. */
export const orNull = <S extends Readonly<Record<string, Field<unknown>>>>(selection: S) =>
  selection as unknown as { readonly [K in keyof S]: Field<RowOf<S>[K] | null> }

/** The selection as it stands behind `select`: each value under its name. */
export const selected = (selection: Selection): SQL =>
  sql.join(
    Object.entries(selection).map(([name, value]) => sql`${value} as ${sql.identifier(name)}`),
    sql`, `,
  )

/** `select …` of these rows, up to where the conditions begin; `from` says of which tables. */
export const select = <S extends Selection>(selection: S, from: SQL): SQL<RowOf<S>> =>
  sql`select ${selected(selection)} ${from}`

/** A row of the selection as one JSON object, its moments in wire form. */
export const asJson = <S extends Selection>(selection: S): SQL<RowOf<S>> =>
  sql`json_build_object(${sql.join(
    Object.entries(selection).map(([name, value]) => sql`${sql.raw(`'${name}'`)}, ${inJson(value)}`),
    sql`, `,
  )})`

/** All rows of the selection as one JSON array, in this order where one is given; an empty one where there are none. */
export const asJsonList = <S extends Selection>(selection: S, order?: SQL): SQL<RowOf<S>[]> =>
  sql`coalesce(json_agg(${asJson(selection)}${order ? sql` order by ${order}` : sql``}), '[]')`

const inJson = (value: SQLWrapper): SQLWrapper =>
  value instanceof Field && value.isMoment ? wireMoment(value) : value

/**
 * A moment as text in wire form, RFC 3339 in UTC with milliseconds: inside JSON, PostgreSQL would spell it otherwise. A
 * column of a row needs none of this; it arrives in wire form.
 */
export const wireMoment = <Moment extends string | null>(moment: SQLWrapper<Moment>): SQL<Moment> =>
  sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
