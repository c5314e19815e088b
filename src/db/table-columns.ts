import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

/** A column as statements name it. */
export interface Column {
  readonly name: string
  readonly type: string
  readonly isJson: boolean
}

interface Columns {
  /** Of the table. */
  readonly name: string
  readonly columns: ReadonlyMap<string, Column>
  /** Whether any of them holds JSON. */
  readonly hasJson: boolean
}

const tables = new WeakMap<PgTable, Columns>()

/** What the driver has to know of a table's columns; looked up once. */
export function columnsOf(table: PgTable): Columns {
  let known = tables.get(table)
  if (!known) {
    const columns = Object.entries(getTableColumns(table) as Record<string, PgColumn>).map(
      ([key, column]) => [key, describe(column)] as const,
    )
    known = {
      name: getTableName(table),
      columns: new Map(columns),
      hasJson: columns.some(([, { isJson }]) => isJson),
    }
    tables.set(table, known)
  }
  return known
}

const describe = (column: PgColumn): Column => ({
  name: `"${column.name}"`,
  type: column.getSQLType() + '[]'.repeat(column.dimensions ?? 0),
  isJson: column.columnType === 'PgJsonb',
})

/** Throws for a key that is none of the table. */
export function columnOf(table: PgTable, key: string): Column {
  const { name, columns } = columnsOf(table)
  const column = columns.get(key)
  if (!column) throw new Error(`${name} has no column ${key}`)
  return column
}
