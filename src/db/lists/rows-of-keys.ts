import { sql } from 'drizzle-orm'
import { statement } from '../statement.ts'
import { listed, type Rows } from './page-statement.ts'
import type { Listing } from './parts.ts'

/** The rows whose keys were found. */
export function rowsOfKeys<Row>({ select, order, descending, byKeys }: Listing<Row>): Rows | undefined {
  const last = order.at(-1)
  if (!byKeys || !last) return undefined
  const by = order.map(({ column }) => sql`${column} ${sql.raw(descending ? 'desc' : 'asc')}`)
  const found = sql`${sql.placeholder('found')}::${sql.raw(last.type)}[]`
  return statement(
    sql`${select} where ${last.column} = any(${found}) and ${byKeys.seen} order by ${listed(by)}`,
  )
}
