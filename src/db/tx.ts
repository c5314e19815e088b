import type { InferInsertModel, InferSelectModel } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Statement } from './statement.ts'

/** What an operation may do with the database: read, lock and read, and say what is to be written. */
export interface Tx {
  rows<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]>
  row<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row | undefined>
  /** Reads and locks: opens the transaction. */
  lock<Params extends object, Row>(
    statement: Statement<Params, Row>,
    params: Params,
  ): Promise<Row | undefined>
  /** Reads and locks several rows; order them, so that nobody waits in a circle. */
  lockAll<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]>
  /**
   * Nothing is locked yet, and nothing needs to be: what is written numbers the events of its case, and the database takes each
   * number once (law 15), so that a decision on something out of date fails and is taken again, with locks.
   */
  readonly isHopeful: boolean
  /**
   * Reads what a hopeful try decides on, in place of a lock on its row of `table`. That row is written before all others, as
   * whoever locks has it first: so nobody waits in a circle. What needs another lock after it starts again with all.
   */
  look<Params extends object, Row>(
    table: PgTable,
    statement: Statement<Params, Row>,
    params: Params,
  ): Promise<Row | undefined>
  insert<T extends PgTable>(table: T, row: InferInsertModel<T>): void
  update<T extends PgTable>(
    table: T,
    where: Partial<InferSelectModel<T>>,
    set: Partial<InferInsertModel<T>>,
  ): void
  /** A write that a row alone cannot say. It finds written what was said before of the tables that it names. */
  run<Params extends object>(statement: Statement<Params, never>, params: Params): void
}
