import { type SQL, sql } from 'drizzle-orm'
import { cases } from '../tables/cases.ts'

/** How many open cases this employee owns: what the load of each is measured by. */
export const openCasesOf = (owner: SQL): SQL<number> =>
  sql`(select count(*) from ${cases} where owner_id = ${owner} and callback_id is not null)`
