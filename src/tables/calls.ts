import { type SQL, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { cases, contacts } from './cases.ts'
import { instant, moments, version } from './columns.ts'
import { customers } from './customers.ts'
import { employees } from './people.ts'

export type CallState = 'ringing' | 'answered' | 'missed' | 'ended'

/** What a call is by now; the index by state speaks the same words. */
export const callState = (answered: SQL, ended: SQL, givenUp: SQL): SQL<CallState> =>
  sql`(case when ${answered} then case when ${ended} then 'ended' else 'answered' end
    when ${ended} or ${givenUp} then 'missed' else 'ringing' end)`

/**
 * A call as telephone systems told of it, in whatever order. What was heard is kept, and not for how long anybody spoke:
 * no stopwatch (law 16).
 */
export const calls = pgTable(
  'calls',
  {
    id: uuid('id').primaryKey(),
    /** What the telephone system calls it. */
    callId: text('call_id').notNull(),
    direction: text('direction').$type<'inbound' | 'outbound'>().notNull(),
    /** E.164; null: withheld. */
    fromNumber: text('from_number'),
    toNumber: text('to_number'),
    /** The first moment that was told of. */
    at: instant('at').notNull(),
    rang: boolean('rang').notNull().default(false),
    answered: boolean('answered').notNull().default(false),
    ended: boolean('ended').notNull().default(false),
    /** It rang for longer than any telephone does, and its end was never told. */
    givenUp: boolean('given_up').notNull().default(false),
    /** By what the telephone system knew who of ours spoke; kept as it was sent, also where nobody has it. */
    employeeExtension: text('employee_extension'),
    answeredById: uuid('answered_by_id'),
    customerId: uuid('customer_id'),
    caseId: uuid('case_id'),
    contactId: uuid('contact_id'),
    /** The API key by which it was told of first. */
    toldById: uuid('told_by_id'),
    version: version(),
  },
  (t) => [
    moments('calls_moments_are_real', t),
    foreignKey({ name: 'calls_customer_exists', columns: [t.customerId], foreignColumns: [customers.id] }),
    foreignKey({ name: 'calls_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({ name: 'calls_contact_exists', columns: [t.contactId], foreignColumns: [contacts.id] }),
    foreignKey({
      name: 'calls_employee_exists',
      columns: [t.answeredById],
      foreignColumns: [employees.id],
    }),
    check('calls_direction_is_known', sql`${t.direction} in ('inbound', 'outbound')`),
    check(
      'calls_contact_is_a_customers',
      sql`(${t.contactId} is null) = (${t.caseId} is null) and (${t.contactId} is null or ${t.customerId} is not null)`,
    ),
    check('calls_were_told_of', sql`${t.rang} or ${t.answered} or ${t.ended}`),
    unique('calls_are_one').on(t.callId),
    index('calls_by_state').on(callState(sql`answered`, sql`ended`, sql`given_up`), t.id),
    index('calls_by_employee').on(t.answeredById, t.id),
    index('calls_by_customer').on(t.customerId, t.id),
    index('calls_by_case').on(t.caseId, t.id),
    index('calls_by_from').on(t.fromNumber, t.id),
    index('calls_by_to').on(t.toNumber, t.id),
    index('calls_by_moment').on(t.at, t.id),
    index('calls_that_ring')
      .on(t.at, t.id)
      .where(sql`not answered and not ended and not given_up and told_by_id is not null`),
    uniqueIndex('calls_are_a_contact_each').on(t.contactId).where(sql`contact_id is not null`),
  ],
)

/** What was told of a call: each event once, in the order in which they came. */
export const callEvents = pgTable(
  'call_events',
  {
    callId: uuid('call_id').notNull(),
    event: text('event').$type<'ringing' | 'answered' | 'ended'>().notNull(),
    /** The first that came is 1. */
    place: integer('place').notNull(),
    /** When it happened; null for the end of a call in which somebody spoke: no stopwatch (law 16). */
    at: instant('at'),
    employeeExtension: text('employee_extension'),
  },
  (t) => [
    primaryKey({ name: 'call_events_count_once', columns: [t.callId, t.event] }),
    unique('call_events_have_an_order').on(t.callId, t.place),
    foreignKey({ name: 'call_events_call_exists', columns: [t.callId], foreignColumns: [calls.id] }),
    moments('call_events_moments_are_real', t),
    check('call_events_event_is_known', sql`${t.event} in ('ringing', 'answered', 'ended')`),
    check('call_events_have_a_moment', sql`${t.at} is not null or ${t.event} = 'ended'`),
  ],
)
