import { type SQL, sql } from 'drizzle-orm'
import { type Selection, select } from '../../db/selection.ts'
import { type Statement, statement } from '../../db/statement.ts'
import { notAboutViewer, type Viewer } from '../../facts/visibility.ts'
import { cases } from '../../tables/cases.ts'

/** Rows that are read at a time: a stream holds no more of them. */
export const atOnce = 200

/** Whose data it is, with whoever was merged into them, and after which row it goes on. */
interface WhoseData extends Viewer {
  readonly ids: readonly string[]
  readonly after: string
}

/** One kind of what is on record about a customer, and what it is for. */
export interface Section {
  readonly name: string
  readonly purpose: string
  /** What each field is for. */
  readonly fields: Readonly<Record<string, string>>
  readonly page: Statement<WhoseData, { readonly id: string }>
}

/** Customers of whom the data is: themselves, and whom they stand for. */
export const theirs = (column: string): SQL =>
  sql`${sql.raw(column)} = any(${sql.placeholder('ids')}::uuid[])`

/** Something of the case `c`, which is theirs and no complaint that the caller may not know of. */
export const ofTheirCases = (from: SQL): SQL =>
  sql`${from} join ${cases} c on c.id = x.case_id and ${theirs('c.customer_id')} and ${notAboutViewer}`

/** A section of rows `x`, each with its id; `from` goes up to where the conditions begin. */
export function section<S extends Selection>(
  name: string,
  purpose: string,
  selection: S,
  fields: Readonly<Record<keyof S & string, string>>,
  from: SQL,
  which: SQL = sql`true`,
): Section {
  const page = statement<WhoseData, { readonly id: string }>(sql`${select(selection, from)}
    where ${which} and x.id > ${sql.placeholder('after')}::uuid order by x.id limit ${sql.raw(String(atOnce))}`)
  return { name, purpose, fields, page }
}
