import { sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import { organisation } from '../tables/organisation.ts'

/** The country in which national telephone numbers are read (ISO 3166-1 alpha-2). */
export const readCountry = statement<object, { readonly country: string }>(
  sql`select country from ${organisation}`,
)
