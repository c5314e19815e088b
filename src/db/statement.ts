import { createHash } from 'node:crypto'
import { is, Placeholder, SQL, sql } from 'drizzle-orm'
import { PgDialect, PgTable } from 'drizzle-orm/pg-core'
import { type RowOf, type Selection, select } from './selection.ts'

/** A query whose text is made once: PostgreSQL parses and plans it once per connection, by its name. */
export interface Statement<Params extends object, Row> {
  /** Empty: it is planned each time, for the values that it then has. */
  readonly name: string
  readonly text: string
  readonly values: (params: Params) => unknown[]
  /** The tables that it names. */
  readonly tables: readonly PgTable[]
  /** Carries the type of the rows; never set. */
  readonly row?: Row
}

const dialect = new PgDialect()

/**
 * Turns a query into a statement. Its parameters are `sql.placeholder('name')`, filled by name at each call.
 * Rows come as the query names them. What selects columns is better made by `selecting`, which knows their types.
 */
export function statement<Params extends object, Row>(query: SQL): Statement<Params, Row> {
  const { sql: text, params } = dialect.sqlToQuery(query)
  const slots = params.map((param) =>
    is(param, Placeholder) ? { name: placeholderName(param) } : { value: param },
  )
  return {
    name: nameOf(text),
    text,
    values: (given) =>
      slots.map((slot) => ('name' in slot ? (given as Record<string, unknown>)[slot.name] : slot.value)),
    tables: tablesOf(query),
  }
}

const tablesOf = (query: SQL): PgTable[] =>
  query.queryChunks.flatMap((chunk) => (is(chunk, SQL) ? tablesOf(chunk) : is(chunk, PgTable) ? [chunk] : []))

/**
 * A statement that selects these columns, and nothing else, `rest` being what follows them; its rows have the types of
 * the columns. `selecting(noteRow)<{ id: string }>(sql`from ${notes} n where n.id = ${sql.placeholder('id')}`)`. What
 * stands ahead of the `select` is a `with`.
 */
export const selecting =
  <S extends Selection>(selection: S) =>
  <Params extends object>(rest: SQL = sql``, ahead: SQL = sql``): Statement<Params, RowOf<S>> =>
    statement(sql`${ahead} ${select(selection, rest)}`)

/** A statement whose best plan depends on its values. */
export const planned = <Params extends object, Row>(query: SQL): Statement<Params, Row> =>
  plannedEachTime(statement<Params, Row>(query))

/** The same statement, planned for the values that it has: for what goes through a period of many rows. */
export const plannedEachTime = <Params extends object, Row>(
  once: Statement<Params, Row>,
): Statement<Params, Row> => ({ ...once, name: '' })

/** The same text has the same name in every instance, as a pooler that shares connections wants it. */
export const nameOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22)

// drizzle keeps the name to itself, although filling placeholders is left to whoever runs the query.
const placeholderName = (placeholder: Placeholder): string =>
  (placeholder as unknown as { name: string }).name
