import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cases, contacts } from './cases.ts'
import { instant, moments, toldAs, version } from './columns.ts'
import { customerMerges, customers } from './customers.ts'
import { employees } from './people.ts'

/**
 * The only way in which a case gets another owner (law 12), with its cause and the evidence. One for safety waits for a
 * second person; only a completed one moves the case, and it moves it once.
 */
export const successions = pgTable(
  'successions',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    cause: text('cause').$type<'departure' | 'customerChoice' | 'safety'>().notNull(),
    fromOwnerId: uuid('from_owner_id').notNull(),
    /** Null while it waits, if nobody was named yet. */
    toOwnerId: uuid('to_owner_id'),
    reason: text('reason'),
    /** The contact in which the customer asked for somebody else. */
    contactId: uuid('contact_id'),
    /** The employee whose departure it is. */
    departureOf: uuid('departure_of'),
    reportedById: uuid('reported_by_id').notNull(),
    confirmedById: uuid('confirmed_by_id'),
    requestedAt: instant('requested_at').notNull(),
    completedAt: instant('completed_at'),
    version: version(),
    toldAs: toldAs('told_as', sql`case when cause = 'safety' then 'succession.requested' end`),
    movedAs: toldAs('moved_as', sql`case when completed_at is not null then 'case.succeeded' end`),
  },
  (t) => [
    moments('successions_moments_are_real', t),
    foreignKey({ name: 'successions_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({
      name: 'successions_from_owner_exists',
      columns: [t.fromOwnerId],
      foreignColumns: [employees.id],
    }),
    foreignKey({
      name: 'successions_to_owner_exists',
      columns: [t.toOwnerId],
      foreignColumns: [employees.id],
    }),
    foreignKey({
      name: 'successions_contact_exists',
      columns: [t.contactId],
      foreignColumns: [contacts.id],
    }),
    check('successions_cause_is_known', sql`${t.cause} in ('departure', 'customerChoice', 'safety')`),
    check('successions_move_to_another', sql`${t.toOwnerId} <> ${t.fromOwnerId}`),
    check(
      'successions_completed_have_an_owner',
      sql`${t.completedAt} is null or (${t.toOwnerId} is not null and ${t.completedAt} >= ${t.requestedAt})`,
    ),
    check(
      'successions_have_their_evidence',
      sql`case ${t.cause} when 'departure' then coalesce(${t.departureOf} = ${t.fromOwnerId}, false) when 'customerChoice' then ${t.contactId} is not null else ${t.reason} is not null and (${t.completedAt} is null or coalesce(${t.confirmedById} <> ${t.reportedById}, false)) end`,
    ),
    // What waits, waits for a second person: the other facts move the case as they are told.
    check(
      'successions_complete_as_made',
      sql`${t.cause} = 'safety' or coalesce(${t.completedAt} = ${t.requestedAt}, false)`,
    ),
    uniqueIndex('successions_customer_chooses_once').on(t.caseId).where(sql`cause = 'customerChoice'`),
    // One that waits ends with the ownership that it is about: another owner may have one too.
    uniqueIndex('successions_one_waits_at_a_time')
      .on(t.caseId, t.fromOwnerId)
      .where(sql`completed_at is null`),
    index('successions_by_from_owner').on(t.fromOwnerId, t.id),
    index('successions_by_to_owner').on(t.toOwnerId, t.id),
    unique('successions_of_case').on(t.caseId, t.id, t.toOwnerId),
    index('successions_by_case').on(t.caseId, t.id),
    index('successions_by_cause').on(t.cause, t.id),
    index('successions_by_end').on(sql`(completed_at is null)`, t.id),
  ],
)

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
    check('case_corrections_by_is_known', sql`${t.correctedByKind} in ('employee', 'system')`),
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
