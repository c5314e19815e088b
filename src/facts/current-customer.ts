import { type SQL, sql } from 'drizzle-orm'
import { customerMerges, customers } from '../tables/customers.ts'

/**
 * The id of who stands for this customer now: themselves, or whom they were merged into; null for a stranger. The usual
 * case costs one look by the key.
 */
export const currentCustomer = (id: SQL) => sql<string | null>`
  (select case when stood.merge_id is null then stood.id else current_customer(stood.id) end
    from ${customers} stood where stood.id = ${id})`

/** The ids of a customer and of all whom they stand for: who was merged into them, and whoever those stood for. */
export const thoseStoodFor = (customerId: SQL) => sql<string[]>`array(with recursive theirs(id) as (
  select ${customerId} union
  select m.customer_id from theirs t join ${customerMerges} m on m.into_id = t.id and m.reversed_at is null)
  select id from theirs)`
