import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cases } from './cases.ts'
import { instant, moments, toldAs } from './columns.ts'
import { customerMerges, customers } from './customers.ts'

/**
 * The only way in which a case gets another customer: it was the wrong one, or the customer stood in the books twice and
 * was merged, or a merge was reversed. The owner, the promise and the history stay as they are.
 */
export const caseCorrections = pgTable(
  'case_corrections',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    fromCustomerId: uuid('from_customer_id').notNull(),
    toCustomerId: uuid('to_customer_id').notNull(),
    /** The merge that it belongs to, or its reversal; null: the customer was wrong. */
    mergeId: uuid('merge_id'),
    reason: text('reason'),
    correctedByKind: text('corrected_by_kind').$type<'employee' | 'system'>().notNull(),
    correctedById: uuid('corrected_by_id').notNull(),
    at: instant('at').notNull(),
    toldAs: toldAs('told_as', sql`'case.customer-corrected'::text`),
  },
  (t) => [
    moments('case_corrections_moments_are_real', t),
    foreignKey({ name: 'case_corrections_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({
      name: 'case_corrections_from_exists',
      columns: [t.fromCustomerId],
      foreignColumns: [customers.id],
    }),
    foreignKey({
      name: 'case_corrections_to_exists',
      columns: [t.toCustomerId],
      foreignColumns: [customers.id],
    }),
    foreignKey({
      name: 'case_corrections_merge_exists',
      columns: [t.mergeId],
      foreignColumns: [customerMerges.id],
    }),
    check('case_corrections_move', sql`${t.fromCustomerId} <> ${t.toCustomerId}`),
    unique('case_corrections_of_case').on(t.caseId, t.id, t.toCustomerId),
    index('case_corrections_by_merge').on(t.mergeId).where(sql`merge_id is not null`),
    index('case_corrections_by_customer').on(t.toCustomerId, t.caseId),
  ],
)
