import { type SQL, sql } from 'drizzle-orm'
import { customerMerges } from '../tables/customers.ts'

/** The ids of a customer and of all whom they stand for: who was merged into them, and whoever those stood for. */
export const thoseStoodFor = (customerId: SQL) => sql<string[]>`array(with recursive theirs(id) as (
  select ${customerId} union
  select m.customer_id from theirs t join ${customerMerges} m on m.into_id = t.id and m.reversed_at is null)
  select id from theirs)`
