import { type SQL, sql } from 'drizzle-orm'
import { customers } from '../tables/customers.ts'

/**
 * The id of who stands for this customer now: themselves, or whom they were merged into; null for a stranger. The usual
 * case costs one look by the key.
 */
export const currentCustomer = (id: SQL) => sql<string | null>`
  (select case when stood.merge_id is null then stood.id else current_customer(stood.id) end
    from ${customers} stood where stood.id = ${id})`
