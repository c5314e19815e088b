import { sql } from 'drizzle-orm'
import { pick } from '../db/selection.ts'
import { selecting } from '../db/statement.ts'
import { organisation } from '../tables/organisation.ts'

/** The country in which national telephone numbers are read (ISO 3166-1 alpha-2). */
export const readCountry = selecting(pick(organisation, 'o', 'country'))<object>(sql`from ${organisation} o`)
