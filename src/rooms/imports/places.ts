import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

/** A query with its parameters by their places: it runs on a connection for bulk, which knows no names. */
export const text = (query: SQL): string => new PgDialect().sqlToQuery(query).sql

// What these queries are given, in this order: the import, the line behind which to begin, the last line, the moment.
export const id = sql.raw('$1::uuid')
export const after = sql.raw('$2::int')
export const last = sql.raw('$3::int')
export const now = sql.raw('$4::timestamptz')
