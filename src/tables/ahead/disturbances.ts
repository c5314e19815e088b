import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { contacts } from '../cases.ts'
import { instant, moments } from '../columns.ts'
import { customers } from '../customers.ts'
import { surveys } from '../surveys.ts'
import { outreaches } from './outreaches.ts'

/** A time at which a customer hears from us unasked. Surveys and letters are written down by the database. */
export const disturbances = pgTable(
  'disturbances',
  {
    id: uuid('id').primaryKey(),
    customerId: uuid('customer_id').notNull(),
    kind: text('kind').$type<'survey' | 'letter' | 'outreach'>().notNull(),
    at: instant('at').notNull(),
    /** Until then nobody else disturbs them. */
    quietUntil: instant('quiet_until').notNull(),
    /** The outreach says why it is worth more than a quiet week. */
    worthMore: boolean('worth_more').notNull().default(false),
    surveyId: uuid('survey_id'),
    contactId: uuid('contact_id'),
    outreachId: uuid('outreach_id'),
  },
  (t) => [
    moments('disturbances_moments_are_real', t),
    foreignKey({
      name: 'disturbances_customer_exists',
      columns: [t.customerId],
      foreignColumns: [customers.id],
    }),
    foreignKey({ name: 'disturbances_survey_exists', columns: [t.surveyId], foreignColumns: [surveys.id] }),
    foreignKey({
      name: 'disturbances_contact_exists',
      columns: [t.contactId],
      foreignColumns: [contacts.id],
    }),
    foreignKey({
      name: 'disturbances_outreach_exists',
      columns: [t.outreachId],
      foreignColumns: [outreaches.id],
    }),
    check(
      'disturbances_are_of_one',
      sql`(${t.kind} = 'survey') = (${t.surveyId} is not null) and (${t.kind} = 'letter') = (${t.contactId} is not null)
        and (${t.kind} = 'outreach') = (${t.outreachId} is not null)
        and num_nonnulls(${t.surveyId}, ${t.contactId}, ${t.outreachId}) = 1 and (${t.kind} = 'outreach' or not ${t.worthMore})`,
    ),
    check('disturbances_last_a_week', sql`${t.quietUntil} = ${t.at} + interval '168 hours'`),
    unique('disturbances_of_a_survey_are_one').on(t.surveyId),
    unique('disturbances_of_a_letter_are_one').on(t.contactId),
    unique('disturbances_of_an_outreach_are_one').on(t.outreachId, t.customerId),
    index('disturbances_by_customer').on(t.customerId, t.at),
  ],
)
