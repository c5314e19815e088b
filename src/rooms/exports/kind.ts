import type { SQL } from 'drizzle-orm'
import type { Columns } from './column.ts'

/** What can be exported: a row for each of a table, and which events are about it. */
export interface Kind {
  /** The columns of a row `r`, given the decimals of the organisation's money. */
  readonly columns: (decimals: number) => Columns
  /** The table that `r` is. */
  readonly table: SQL
  /** What stands beside `r`: joins. */
  readonly beside?: SQL
  /**
   * Which row the event `e` is about: its id, null for none. Left out: the rows are the events themselves, in the order of
   * the feed, and there is nothing to read before it.
   */
  readonly about?: SQL
  /** A query of the ids of further rows that the event `e` changed. */
  readonly alsoAbout?: SQL
  /** The rows are parts of cases: what changes all of them, such as an erasure or another owner, is told of by case. */
  readonly ofCases?: true
}
