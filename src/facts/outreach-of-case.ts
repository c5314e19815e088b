import { sql } from 'drizzle-orm'
import { outreachCustomers } from '../tables/ahead/outreach-customers.ts'

/** The outreach that opened the case `c`; null for any other. */
export const outreachId = sql<string | null>`case when c.origin = 'outreach' then
  (select x.outreach_id from ${outreachCustomers} x where x.case_id = c.id) end`
