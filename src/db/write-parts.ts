import type { PgTable } from 'drizzle-orm/pg-core'
import { columnsOf } from './table-columns.ts'

/** One row: to be inserted as `set`, or to be found by `where` and changed to `set`. */
export interface Write {
  readonly kind: 'insert' | 'update'
  readonly table: PgTable
  readonly where: Readonly<Record<string, unknown>>
  readonly set: Record<string, unknown>
}

/** Writes that are one part of a statement: rows of one table with one set of columns. */
export type Part = readonly [Write, ...Write[]]

/** More than an operation writes, save for one that moves all cases of somebody. It takes a second or two. */
const mostRows = 3000
/** A part costs more than a row in it, and a case's events are several rows. */
export function partsOf(writes: readonly Write[]): Part[] {
  const parts = new Map<string, [Write, ...Write[]]>()
  for (const write of writes) {
    const { kind, table, where, set } = write
    const key = `${kind} ${columnsOf(table).name} ${Object.keys(where)} ${Object.keys(set)}`
    const alike = parts.get(key)
    if (alike) alike.push(write)
    else parts.set(key, [write])
  }
  return [...parts.values()]
}

/** Parts in the order in which they were first said, as many as fit. */
export function statementsOf(parts: readonly Part[]): (readonly Part[])[] {
  if (parts.reduce((rows, part) => rows + part.length, 0) <= mostRows) return [parts]
  const statements: Part[][] = []
  let room = 0
  for (const part of parts) {
    for (let rest: readonly Write[] = part; rest.length > 0; ) {
      if (room === 0) {
        statements.push([])
        room = mostRows
      }
      const [first, ...more] = rest.slice(0, room)
      if (first) statements.at(-1)?.push([first, ...more])
      room -= more.length + 1
      rest = rest.slice(more.length + 1)
    }
  }
  return statements
}
