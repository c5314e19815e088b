import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { cases } from '../cases.ts'
import { instant, moments } from '../columns.ts'
import { customers } from '../customers.ts'
import { gestures } from '../gestures.ts'
import { type Decision, outreaches } from './outreaches.ts'

/** Why a customer was passed over whom we meant to inform. */
export type PassedOver =
  | 'opted-out'
  | 'erased'
  | 'merged'
  | 'no-address'
  | 'disturbed'
  | 'no-place'
  | 'too-late'

/**
 * A customer of an outreach, and what is decided for them before there is a case. One who is let sleep is done with; any
 * other waits for their case, and then for nothing.
 */
export const outreachCustomers = pgTable(
  'outreach_customers',
  {
    outreachId: uuid('outreach_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    decision: text('decision').$type<Decision>().notNull(),
    refund: bigint('refund', { mode: 'number' }),
    why: text('why'),
    state: text('state').$type<'waiting' | 'opened' | 'asleep' | 'passed-over'>().notNull(),
    because: text('because').$type<PassedOver>(),
    /** What there was none of when it was looked last: a free place, or a week in which nobody else disturbs them. */
    waitsFor: text('waits_for').$type<'place' | 'week' | 'owner'>(),
    /** When it is looked again. */
    nextAt: instant('next_at').notNull(),
    tries: integer('tries').notNull().default(0),
    caseId: uuid('case_id'),
    gestureId: uuid('gesture_id'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    moments('outreach_customers_moments_are_real', t),
    primaryKey({ name: 'outreach_customers_once', columns: [t.outreachId, t.customerId] }),
    foreignKey({
      name: 'outreach_customers_outreach_exists',
      columns: [t.outreachId],
      foreignColumns: [outreaches.id],
    }),
    foreignKey({
      name: 'outreach_customers_customer_exists',
      columns: [t.customerId],
      foreignColumns: [customers.id],
    }),
    foreignKey({
      name: 'outreach_customers_case_exists',
      columns: [t.caseId],
      foreignColumns: [cases.id],
    }),
    foreignKey({
      name: 'outreach_customers_gesture_exists',
      columns: [t.gestureId],
      foreignColumns: [gestures.id],
    }),
    unique('outreach_customers_case_is_of_one').on(t.caseId),
    check(
      'outreach_customers_decision_is_known',
      sql`${t.decision} in ('letSleep', 'inform', 'informAndRefund')`,
    ),
    check(
      'outreach_customers_state_is_known',
      sql`${t.state} in ('waiting', 'opened', 'asleep', 'passed-over')`,
    ),
    check(
      'outreach_customers_because_is_known',
      sql`${t.because} in ('opted-out', 'erased', 'merged', 'no-address', 'disturbed', 'no-place', 'too-late')`,
    ),
    check('outreach_customers_waits_for_is_known', sql`${t.waitsFor} in ('place', 'week', 'owner')`),
    check(
      'outreach_customers_sleep_for_a_reason',
      sql`(${t.decision} = 'letSleep') = (${t.state} = 'asleep')
        and (${t.decision} <> 'letSleep' or length(btrim(coalesce(${t.why}, ''))) > 0)`,
    ),
    check(
      'outreach_customers_have_it_all',
      sql`(${t.state} = 'opened') = (${t.caseId} is not null) and (${t.state} = 'passed-over') = (${t.because} is not null)
        and (${t.state} = 'waiting') = (${t.settledAt} is null)
        and (${t.decision} = 'informAndRefund') = (${t.refund} is not null)
        and (${t.caseId} is not null and ${t.refund} is not null) = (${t.gestureId} is not null)`,
    ),
    check('outreach_customers_refund_is_worth_something', sql`${t.refund} between 1 and 100000000000000`),
    index('outreach_customers_waiting').on(t.outreachId, t.nextAt).where(sql`state = 'waiting'`),
    index('outreach_customers_by_customer').on(t.customerId),
  ],
)
