import { getTableColumns, getTableName, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { present } from '../lib/patched.ts'
import { nameOf } from './statement.ts'

/** A statement with its values, ready to be sent. */
export interface Bound {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

interface Write {
  readonly kind: 'insert' | 'update'
  readonly table: PgTable
  readonly where: Readonly<Record<string, unknown>>
  set: Record<string, unknown>
}

const texts = new Map<string, { readonly name: string; readonly text: string }>()

/**
 * What an operation writes, gathered while it decides and sent as one statement at its end. One statement is one
 * round trip and all or nothing by itself; PostgreSQL checks foreign keys when all of it is written, so rows that
 * refer to each other need no order. Each combination of tables and columns is one text, prepared once.
 */
export class Writes {
  readonly #writes: Write[] = []

  insert<T extends PgTable>(table: T, row: InferInsertModel<T>): void {
    this.#writes.push({ kind: 'insert', table, where: {}, set: present(row) })
  }

  /** Changes the row where the columns have these values. Two changes of one row become one. */
  update<T extends PgTable>(
    table: T,
    where: Partial<InferSelectModel<T>>,
    set: Partial<InferInsertModel<T>>,
  ): void {
    const earlier = this.#writes.find(
      (w) => w.kind === 'update' && w.table === table && sameValues(w.where, where),
    )
    if (earlier) Object.assign(earlier.set, present(set))
    else this.#writes.push({ kind: 'update', table, where, set: present(set) })
  }

  /** Whether anything is written to this table. */
  touches(table: PgTable): boolean {
    return this.#writes.some((write) => write.table === table)
  }

  /** The one statement, or undefined when there is nothing to write. */
  bind(): Bound | undefined {
    if (this.#writes.length === 0) return undefined
    const parts = partsOf(this.#writes)
    const shape = parts.map(shapeOf).join(';')
    let known = texts.get(shape)
    if (!known) {
      const text = textOf(parts)
      known = { name: nameOf(text), text }
      texts.set(shape, known)
    }
    return { ...known, values: parts.flatMap((part) => part.flatMap(valuesOf)) }
  }
}

/** Writes that are one part of the statement: rows for one table with one set of columns, or one change. */
type Part = readonly [Write, ...Write[]]

/** A part costs more than a row in it, and a case's events are several rows. */
function partsOf(writes: readonly Write[]): Part[] {
  const parts: [Write, ...Write[]][] = []
  for (const write of writes) {
    const alike = write.kind === 'insert' && parts.find(([first]) => isAlike(first, write))
    if (alike) alike.push(write)
    else parts.push([write])
  }
  return parts
}

const isAlike = (first: Write, { table, set }: Write): boolean =>
  first.kind === 'insert' && first.table === table && `${Object.keys(first.set)}` === `${Object.keys(set)}`

const sameValues = (a: Readonly<Record<string, unknown>>, b: object): boolean =>
  Object.entries(b).every(([key, value]) => a[key] === value) &&
  Object.keys(a).length === Object.keys(b).length

const shapeOf = ([{ kind, table, where, set }, ...more]: Part): string =>
  `${kind} ${columnsOf(table).name} ${Object.keys(where)} ${Object.keys(set)} ${more.length}`

interface Columns {
  /** Of the table. */
  readonly name: string
  readonly columns: ReadonlyMap<string, { readonly name: string; readonly isJson: boolean }>
}

const tables = new WeakMap<PgTable, Columns>()

/** What the driver has to know of a table's columns; looked up once. */
function columnsOf(table: PgTable): Columns {
  let known = tables.get(table)
  if (!known) {
    const columns = Object.entries(getTableColumns(table) as Record<string, PgColumn>).map(
      ([key, { name, columnType }]) => [key, { name, isJson: columnType === 'PgJsonb' }] as const,
    )
    known = { name: getTableName(table), columns: new Map(columns) }
    tables.set(table, known)
  }
  return known
}

function columnOf(table: PgTable, key: string) {
  const { name, columns } = columnsOf(table)
  const column = columns.get(key)
  if (!column) throw new Error(`${name} has no column ${key}`)
  return column
}

function valuesOf({ table, where, set }: Write): unknown[] {
  const values: unknown[] = []
  for (const part of [set, where]) {
    for (const [key, value] of Object.entries(part)) {
      values.push(value !== null && columnOf(table, key).isJson ? JSON.stringify(value) : value)
    }
  }
  return values
}

function textOf(parts: readonly Part[]): string {
  let parameter = 0
  const texts = parts.map(([{ kind, table, where, set }, ...more]) => {
    const name = `"${getTableName(table)}"`
    const columns = Object.keys(set).map((key) => `"${columnOf(table, key).name}"`)
    if (kind === 'insert') {
      const rows = [set, ...more].map(() => `(${columns.map(() => `$${++parameter}`)})`)
      return `insert into ${name} (${columns}) values ${rows}`
    }
    const changes = columns.map((column) => `${column} = $${++parameter}`)
    const conditions = Object.keys(where).map((key) => `"${columnOf(table, key).name}" = $${++parameter}`)
    return `update ${name} set ${changes} where ${conditions.join(' and ')}`
  })
  const [only] = texts
  if (texts.length === 1 && only) return only
  return `with ${texts.map((text, n) => `w${n} as (${text})`).join(', ')} select 1`
}
