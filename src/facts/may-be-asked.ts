import { type SQL, sql } from 'drizzle-orm'
import { now } from '../db/moment.ts'
import { disturbances } from '../tables/ahead/disturbances.ts'
import { customers } from '../tables/customers.ts'
import { surveys } from '../tables/surveys.ts'
import { thoseStoodFor } from './current-customer.ts'

/**
 * Whether this customer may be asked at `now` whether they were helped: one we know, who was not asked a short while ago,
 * and whom nothing else disturbs within a week; nor anybody whom they stand for.
 */
export const mayBeAsked = (customerId: SQL) => sql<boolean>`(
  exists (select from ${customers} q where q.id = ${customerId} and not q.anonymous)
  and not exists (select from ${surveys} s where s.customer_id = any(${thoseStoodFor(customerId)}) and s.quiet_until > ${now})
  and not exists (select from ${disturbances} d where d.customer_id = any(${thoseStoodFor(customerId)}) and d.kind = 'outreach' and not d.worth_more
    and d.quiet_until > ${now} and d.at < ${now} + interval '168 hours'))`
