import { type SQL, sql } from 'drizzle-orm'
import { check, customType, type ExtraConfigColumn, integer, text, timestamp } from 'drizzle-orm/pg-core'

/**
 * A moment, in milliseconds, as an RFC 3339 string in UTC. Milliseconds because JavaScript has no more: a
 * column with microseconds makes keyset cursors repeat or skip rows.
 */
export const instant = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: 'string' })

/** The number that an `ETag` carries; it grows with every change of the row. */
export const version = () => integer('version').notNull().default(1)

/** A text search vector, kept by the database. */
export const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Raw bytes, such as a digest. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** The number of a transaction, which this cluster gives once. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/**
 * Refuses moments that are none: infinite ones, and years that only a mistake can mean. Of all of a table's columns at
 * once, so that none is forgotten; what is generated comes from the others.
 */
export function moments(name: string, columns: Readonly<Record<string, ExtraConfigColumn>>) {
  const stored = Object.values(columns).filter((c) => c.columnType === MOMENT && c.generated === undefined)
  const all = sql.join(
    stored.map((column) => sql`${column}`),
    sql`, `,
  )
  return check(
    name,
    sql`least(${all}) >= '2000-01-01T00:00:00Z' and greatest(${all}) < '2200-01-01T00:00:00Z'`,
  )
}

/**
 * The type of the event that tells of a row, or of one thing about it, by an expression; null while there is nothing to
 * tell. A foreign key takes it together with the row's id to the history (law 15).
 */
export const toldAs = (name: string, type: SQL) => text(name).generatedAlwaysAs(type)

/** What drizzle calls the type of `instant`. */
const MOMENT = 'PgTimestampString'
