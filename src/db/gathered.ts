import { getTableName, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { present } from '../lib/patched.ts'
import type { Write } from './write-parts.ts'
import { type Bound, bindWrites, type Condition } from './write-statement.ts'

/**
 * Rows to be written by one statement. PostgreSQL checks foreign keys when all of it is written, so rows that refer to
 * each other need no order. Its parts do not see each other, so each row is in one of them alone.
 */
export class Gathered {
  readonly #writes: Write[] = []
  readonly #inserted = new Map<PgTable, Write[]>()
  readonly #changed = new Map<string, Write>()
  /** The columns by which rows of a table are found to be changed. */
  readonly #keys = new Map<PgTable, string>()

  get isEmpty(): boolean {
    return this.#writes.length === 0
  }

  insert<T extends PgTable>(table: T, row: InferInsertModel<T>): void {
    const write: Write = { kind: 'insert', table, where: {}, set: present(row) }
    this.#writes.push(write)
    const others = this.#inserted.get(table)
    if (others) others.push(write)
    else this.#inserted.set(table, [write])
  }

  /**
   * Changes the one row where the columns have these values. Two changes of one row become one, and a row that is
   * inserted here is inserted as it ends up. Throws for two ways of finding rows of one table, since they may be the same.
   */
  update<T extends PgTable>(
    table: T,
    where: Partial<InferSelectModel<T>>,
    set: Partial<InferInsertModel<T>>,
  ): void {
    const name = getTableName(table)
    const [inserted, ...others] = (this.#inserted.get(table) ?? []).filter((write) => holds(write.set, where))
    if (others.length > 0)
      throw new Error(`a change means ${others.length + 1} rows of ${name} that are inserted here`)
    const row = `${name} ${JSON.stringify(where)}`
    const earlier = inserted ?? this.#changed.get(row)
    if (earlier) {
      Object.assign(earlier.set, present(set))
      return
    }
    const key = `${Object.keys(where)}`
    const otherKey = this.#keys.get(table)
    if (otherKey !== undefined && otherKey !== key)
      throw new Error(`rows of ${name} are changed by ${otherKey} and by ${key}: that may be one row`)
    this.#keys.set(table, key)
    const write: Write = { kind: 'update', table, where, set: present(set) }
    this.#changed.set(row, write)
    this.#writes.push(write)
  }

  /** Whether anything is written to this table. */
  touches(table: PgTable): boolean {
    return this.#writes.some((write) => write.table === table)
  }

  /** The statement; none when there is nothing to write, and several when it is very much. Changes of `first` come first. */
  bind(first?: PgTable, condition?: Condition): Bound[] {
    const isFirst = ({ kind, table }: Write) => kind === 'update' && table === first
    const ordered = [...this.#writes.filter(isFirst), ...this.#writes.filter((write) => !isFirst(write))]
    return this.isEmpty ? [] : bindWrites(ordered, condition)
  }
}

const holds = (row: Readonly<Record<string, unknown>>, where: object): boolean =>
  Object.entries(where).every(([key, value]) => row[key] === value)
