import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { wireMoment } from '../../db/selection.ts'

/** A column of an export: what it holds, and how both forms say it. */
export interface ExportColumn {
  readonly value: SQL
  /** As a cell of CSV. */
  readonly cell: SQL
}

/** Ids, numbers, flags and codes: no program takes them for a formula. */
export const plain = (value: SQL): ExportColumn => ({ value, cell: sql`(${value})::text` })

/** A moment in wire form. */
export const at = (value: SQL): ExportColumn => plain(wireMoment(value as SQL<string>))

/**
 * Words of people. A spreadsheet takes a cell that begins like this for a formula and runs it, so an apostrophe goes
 * before it (CWE-1236); an import takes it away again, and so one that was there before gets another.
 */
export const words = (value: SQL): ExportColumn => ({
  value,
  cell: sql`case when ${value} ~ '^''*[=+@\\t\\r\\n＝＋－＠-]' then '''' || ${value} else ${value} end`,
})

/** Several values; in a cell they are divided by blanks. */
export const many = (value: SQL): ExportColumn => {
  const joined = sql`array_to_string(${value}, ' ')`
  return { value: sql`to_json(${value})`, cell: words(joined).cell }
}

/** JSON, in a cell as its text. */
export const json = (value: SQL): ExportColumn => ({ value, cell: sql`(${value})::text` })

/** Money in minor units, as a decimal string. */
export const money = (minor: SQL, decimals: number): ExportColumn =>
  plain(
    sql`round((${minor})::numeric / ${sql.raw(String(10 ** decimals))}, ${sql.raw(String(decimals))})::text`,
  )

export type Columns = Readonly<Record<string, ExportColumn>>

const dialect = new PgDialect()

/** The text of a query without parameters, since COPY takes none: what is in it is numbers and ids that were looked at. */
export function textOf(query: SQL): string {
  const { sql: text, params } = dialect.sqlToQuery(query)
  if (params.length > 0) throw new Error('a query that is copied has no parameters')
  return text
}

/** The rows as lines of JSON, each one value. */
export const asLines = (columns: Columns, from: SQL): SQL =>
  sql`select row_to_json(r) from (select ${named(columns, 'value')} ${from}) r`

/** The rows as cells. */
export const asCells = (columns: Columns, from: SQL): SQL => sql`select ${named(columns, 'cell')} ${from}`

const named = (columns: Columns, form: 'value' | 'cell'): SQL =>
  sql.join(
    Object.entries(columns).map(([name, column]) => sql`${column[form]} as ${sql.identifier(name)}`),
    sql`, `,
  )
