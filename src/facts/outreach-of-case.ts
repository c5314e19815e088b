import { type SQL, sql } from 'drizzle-orm'
import { outreachCustomers } from '../tables/ahead/outreach-customers.ts'

/** The outreach that opened the case under this alias; null for any other. */
export const outreachOf = (kase: 'c' | 'r'): SQL<string | null> => {
  const column = (name: string) => sql.raw(`${kase}.${name}`)
  return sql`case when ${column('origin')} = 'outreach' then
  (select x.outreach_id from ${outreachCustomers} x where x.case_id = ${column('id')}) end`
}
