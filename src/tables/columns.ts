import { customType, integer, timestamp } from 'drizzle-orm/pg-core'

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
