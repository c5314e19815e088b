import { type SQL, sql } from 'drizzle-orm'
import { now } from '../db/moment.ts'
import { customers } from '../tables/customers.ts'
import { surveys } from '../tables/surveys.ts'

/** Whether this customer may be asked at `now` whether they were helped: one we know, who was not asked a short while ago. */
export const mayBeAsked = (customerId: SQL) => sql<boolean>`(
  exists (select from ${customers} q where q.id = ${customerId} and not q.anonymous)
  and not exists (select from ${surveys} s where s.customer_id = ${customerId} and s.quiet_until > ${now}))`
