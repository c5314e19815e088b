import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cases, contacts } from './cases.ts'
import { instant, moments, version } from './columns.ts'
import { customers } from './customers.ts'
import { employees } from './people.ts'

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
    answeredById: uuid('answered_by_id'),
    customerId: uuid('customer_id'),
    caseId: uuid('case_id'),
    contactId: uuid('contact_id'),
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
    check('calls_were_told_of', sql`${t.rang} or ${t.answered} or ${t.ended}`),
    unique('calls_are_one').on(t.callId),
    index('calls_by_contact').on(t.contactId).where(sql`contact_id is not null`),
  ],
)
