import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cases, resolutions } from './cases.ts'
import { bytes, instant, moments, version } from './columns.ts'
import { customers } from './customers.ts'
import { employees } from './people.ts'

/** The keys by which the addresses of customers' pages are derived; the newest makes them, the older ones still open them. */
export const linkKeys = pgTable(
  'link_keys',
  { id: uuid('id').primaryKey(), secret: bytes('secret').notNull(), madeAt: instant('made_at').notNull() },
  (t) => [
    moments('link_keys_moments_are_real', t),
    check('link_keys_are_long', sql`octet_length(${t.secret}) = 32`),
  ],
)

/** How a customer was asked whether they were helped, when a case was resolved; and what they said. */
export const surveys = pgTable(
  'surveys',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    resolutionId: uuid('resolution_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    /** Who owned the case, and whom the customer had met, when they were asked. */
    ownerId: uuid('owner_id').notNull(),
    faces: uuid('faces').array().notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** Until then the customer is asked no other time. */
    quietUntil: instant('quiet_until').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Twice digested, the token that only the customer has. */
    lock: bytes('lock').notNull(),
    /** Once digested: what whoever answers shows. The database looks, and forgets it. */
    shown: bytes('shown'),
    score: integer('score'),
    helpedByOnePerson: boolean('helped_by_one_person'),
    comment: text('comment'),
    answeredAt: instant('answered_at'),
    version: version(),
  },
  (t) => [
    moments('surveys_moments_are_real', t),
    unique('surveys_ask_once').on(t.resolutionId),
    foreignKey({ name: 'surveys_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({ name: 'surveys_customer_exists', columns: [t.customerId], foreignColumns: [customers.id] }),
    foreignKey({ name: 'surveys_owner_exists', columns: [t.ownerId], foreignColumns: [employees.id] }),
    foreignKey({
      name: 'surveys_follow_a_resolution',
      columns: [t.caseId, t.resolutionId, t.requestedAt],
      foreignColumns: [resolutions.caseId, resolutions.id, resolutions.at],
    }),
    check('surveys_faces_are_somebody', sql`array_position(${t.faces}, null) is null`),
    check('surveys_score_is_known', sql`${t.score} between 1 and 5`),
    check('surveys_answers_have_a_score', sql`(${t.score} is null) = (${t.answeredAt} is null)`),
    check('surveys_answers_come_in_time', sql`${t.answeredAt} between ${t.requestedAt} and ${t.expiresAt}`),
    check(
      'surveys_ask_for_a_while',
      sql`${t.quietUntil} = ${t.requestedAt} + interval '336 hours' and ${t.expiresAt} = ${t.requestedAt} + interval '720 hours'`,
    ),
    check('surveys_show_nothing', sql`${t.shown} is null`),
    index('surveys_by_case').on(t.caseId, t.requestedAt),
    index('surveys_by_answer').on(t.answeredAt).where(sql`answered_at is not null`),
    index('surveys_by_customer').on(t.customerId, t.requestedAt),
  ],
)
