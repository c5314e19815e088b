import type { InferInsertModel, InferSelectModel } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { Gathered } from './gathered.ts'
import type { Statement } from './statement.ts'
import type { Bound, Condition } from './write-statement.ts'

/**
 * What an operation writes, gathered while it decides and sent at its end: as one statement, which is one round trip and
 * all or nothing by itself, and one more for each write that rows cannot say.
 */
export class Writes {
  #gathered = new Gathered()
  /** What goes before the rows that are being gathered, in order. */
  readonly #earlier: (Gathered | Bound)[] = []

  insert<T extends PgTable>(table: T, row: InferInsertModel<T>): void {
    this.#gathered.insert(table, row)
  }

  update<T extends PgTable>(
    table: T,
    where: Partial<InferSelectModel<T>>,
    set: Partial<InferInsertModel<T>>,
  ): void {
    this.#gathered.update(table, where, set)
  }

  /**
   * A statement of its own. It goes before the rows that are gathered, unless it names a table of theirs: then those that
   * were said before it go before it, and those that are said later come after it.
   */
  run<Params extends object>(statement: Statement<Params, never>, params: Params): void {
    const { name, text, tables, values } = statement
    if (tables.some((table) => this.#gathered.touches(table))) {
      this.#earlier.push(this.#gathered)
      this.#gathered = new Gathered()
    }
    this.#earlier.push({ name, text, values: values(params) })
  }

  /** Whether a row of this table is written. */
  touches(table: PgTable): boolean {
    return this.#steps.some((step) => step instanceof Gathered && step.touches(table))
  }

  /**
   * The statements, in order; one as a rule, and none when there is nothing to write. Changes of `first` come first. One
   * alone fails unless the condition holds.
   */
  bind(first?: PgTable, condition?: Condition): Bound[] {
    const isAlone = this.#earlier.length === 0
    return this.#steps.flatMap((step) =>
      step instanceof Gathered ? step.bind(first, isAlone ? condition : undefined) : [step],
    )
  }

  get #steps(): (Gathered | Bound)[] {
    return [...this.#earlier, this.#gathered]
  }
}
