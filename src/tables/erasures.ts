import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, moments } from './columns.ts'
import { customers } from './customers.ts'

/**
 * What is personal of a customer was taken off the record. Only in the transaction that writes such a row, and only of this
 * customer, words that are history may be taken out (law 15).
 */
export const erasures = pgTable(
  'erasures',
  {
    id: uuid('id').primaryKey(),
    customerId: uuid('customer_id').notNull(),
    /** `request`: somebody asked for it; `age`: it was kept for as long as the organisation keeps it. */
    because: text('because').$type<'request' | 'age'>().notNull(),
    erasedByKind: text('erased_by_kind').$type<'employee' | 'system'>().notNull(),
    erasedById: uuid('erased_by_id'),
    at: instant('at').notNull(),
  },
  (t) => [
    moments('erasures_moments_are_real', t),
    foreignKey({
      name: 'erasures_customer_exists',
      columns: [t.customerId],
      foreignColumns: [customers.id],
    }),
    unique('erasures_are_done_once').on(t.customerId),
    check('erasures_because_is_known', sql`${t.because} in ('request', 'age')`),
    check('erasures_by_is_known', sql`${t.erasedByKind} in ('employee', 'system')`),
  ],
)
