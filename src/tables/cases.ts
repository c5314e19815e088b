import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, moments, toldAs, xid8 } from './columns.ts'
import { teams } from './organisation.ts'
import { employees } from './people.ts'
import { topics } from './topics.ts'

/**
 * One customer question. A case holds either its open callback or its resolution, never both and never neither
 * (law 4); `status` only says which. `version` is the number of its last event: no change without history.
 * Foreign keys that two rows hold each other up with are deferrable, and stand in the migration of the laws.
 */
export const cases = pgTable(
  'cases',
  {
    id: uuid('id').primaryKey(),
    reference: text('reference').notNull().unique('cases_reference_is_taken'),
    customerId: uuid('customer_id').notNull(),
    /** The last correction by which the case came to its customer; null: it is with its first one. */
    correctionId: uuid('correction_id'),
    ownerId: uuid('owner_id').notNull(),
    teamId: uuid('team_id').notNull(),
    /** It was another team's before, under which stands what was asked and given then; the database fills it in. */
    changedTeam: boolean('changed_team').notNull().default(false),
    /** The transaction in which it came to its team: nobody is given up or given to in it by what that team agreed on. */
    teamChangedIn: xid8('team_changed_in'),
    /** The transaction in which its words changed last. */
    wordsChangedIn: xid8('words_changed_in'),
    callbackId: uuid('callback_id'),
    resolutionId: uuid('resolution_id'),
    status: text('status')
      .$type<'open' | 'resolved'>()
      .notNull()
      .generatedAlwaysAs(sql`case when callback_id is null then 'resolved' else 'open' end`),
    openTeamId: uuid('open_team_id').generatedAlwaysAs(
      sql`case when callback_id is not null then team_id end`,
    ),
    topicId: uuid('topic_id'),
    subject: text('subject').notNull(),
    question: text('question').notNull(),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    origin: text('origin').$type<'question' | 'outreach' | 'recovery'>().notNull(),
    channel: text('channel').notNull(),
    openedByKind: text('opened_by_kind').$type<'employee' | 'system'>().notNull(),
    openedById: uuid('opened_by_id').notNull(),
    assignmentReason: text('assignment_reason').notNull(),
    /** How many members each step of the assignment found, up to the one that chose; empty where nobody had to choose. */
    assignmentConsidered: integer('assignment_considered').array().notNull().default(sql`'{}'`),
    aboutEmployeeId: uuid('about_employee_id'),
    /** The last succession by which the case came to its owner; null: it is with its first one (law 12). */
    successionId: uuid('succession_id'),
    chases: integer('chases').notNull().default(0),
    /** The employees whom the customer had contact with about it, in the order in which they did. */
    faces: uuid('faces').array().notNull().default(sql`'{}'`),
    openedAt: instant('opened_at').notNull(),
    resolvedAt: instant('resolved_at'),
    version: integer('version').notNull(),
  },
  (t) => [
    moments('cases_moments_are_real', t),
    check(
      'cases_channel_is_known',
      sql`${t.channel} in ('phone', 'email', 'chat', 'visit', 'letter', 'web')`,
    ),
    check('cases_are_of_their_form', sql`array_position(${t.tags}, null) is null`),
    check(
      'cases_faces_are_somebody',
      sql`array_position(${t.faces}, null) is null and array_position(${t.assignmentConsidered}, null) is null`,
    ),
    foreignKey({ name: 'cases_owner_exists', columns: [t.ownerId], foreignColumns: [employees.id] }),
    foreignKey({ name: 'cases_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    foreignKey({ name: 'cases_topic_exists', columns: [t.topicId], foreignColumns: [topics.id] }),
    foreignKey({
      name: 'cases_about_employee_exists',
      columns: [t.aboutEmployeeId],
      foreignColumns: [employees.id],
    }),
    check('cases_hold_a_promise_or_a_resolution', sql`num_nonnulls(${t.callbackId}, ${t.resolutionId}) = 1`),
    check('cases_resolved_have_a_moment', sql`(${t.resolutionId} is null) = (${t.resolvedAt} is null)`),
    check('cases_resolve_after_they_open', sql`${t.resolvedAt} >= ${t.openedAt}`),
    check('cases_reference_is_digits', sql`${t.reference} ~ '^[1-9][0-9]{8,12}$'`),
    check('cases_origin_is_known', sql`${t.origin} in ('question', 'outreach', 'recovery')`),
    check('cases_opened_by_is_known', sql`${t.openedByKind} in ('employee', 'system')`),
    check('cases_owner_is_not_the_subject', sql`${t.aboutEmployeeId} <> ${t.ownerId}`),
    check('cases_chases_count_up', sql`${t.chases} >= 0`),
    unique('cases_promise').on(t.id, t.callbackId, t.ownerId),
    index('cases_open_by_owner').on(t.ownerId, t.id).where(sql`callback_id is not null`),
    index('cases_open_by_team').on(t.teamId, t.id).where(sql`callback_id is not null`),
    // With the team behind the order: who sees one team alone passes over the others within the index.
    index('cases_by_owner').on(t.ownerId, t.id, t.teamId),
    index('cases_by_team').on(t.teamId, t.id),
    index('cases_that_changed_team').on(t.teamId, t.id).where(sql`changed_team`),
    index('cases_by_customer').on(t.customerId, t.id),
    index('cases_open_by_customer').on(t.customerId, t.id).where(sql`callback_id is not null`),
    index('cases_by_topic').on(t.topicId, t.id, t.teamId),
    index('cases_by_status').on(t.status, t.id),
    index('cases_by_opening').on(t.openedAt, t.id),
    index('cases_by_resolution').on(t.resolvedAt, t.id).where(sql`resolved_at is not null`),
    index('cases_by_channel').on(t.channel, t.id, t.teamId),
    index('cases_by_origin').on(t.origin, t.id, t.teamId),
    index('cases_by_tag').using('gin', t.tags).where(sql`tags <> '{}'`),
    index('cases_about_employee').on(t.aboutEmployeeId, t.id).where(sql`about_employee_id is not null`),
  ],
)

/**
 * One moment of contact. `moment` says, in one word, what this contact can prove later: it is what a kept
 * callback and a resolution refer to, so the database knows that the customer was there (laws 6 and 8).
 */
export const contacts = pgTable(
  'contacts',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    direction: text('direction').$type<'inbound' | 'outbound'>().notNull(),
    channel: text('channel').notNull(),
    outcome: text('outcome').notNull(),
    summary: text('summary'),
    at: instant('at').notNull(),
    /** Who spoke with the customer; null when only a system did. */
    employeeId: uuid('employee_id'),
    /** The owner in whose name they spoke; null for a colleague, whom the customer happened to reach. */
    spokenFor: uuid('spoken_for'),
    /** The colleague gave the customer the answer. */
    answered: boolean('answered').notNull().default(false),
    /** The contact with which the question was opened, or opened again. */
    opening: boolean('opening').notNull().default(false),
    participants: jsonb('participants').$type<readonly string[]>().notNull(),
    /** The customer said thanks in it. */
    thanks: boolean('thanks').notNull().default(false),
    /** The window that the customer chose by themselves, on the page of the promise: so they know of it (law 5). */
    choseFrom: instant('chose_from'),
    choseUntil: instant('chose_until'),
    recordedByKind: text('recorded_by_kind').$type<'employee' | 'system'>().notNull(),
    recordedById: uuid('recorded_by_id').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    moment: text('moment')
      .$type<Moment>()
      .notNull()
      .generatedAlwaysAs(
        sql`case when direction = 'outbound' then case when channel in ('phone', 'chat', 'visit') and outcome = 'reached' then 'owner-reached' when channel in ('email', 'chat', 'letter', 'web') and outcome in ('reached', 'message-sent') then 'owner-wrote' else 'not-reached' end when channel not in ('phone', 'chat', 'visit') or outcome <> 'reached' or employee_id is null then 'customer-contacted-us' when spoken_for is not null then case when opening then 'opening' else 'customer-called-owner' end when answered then 'colleague-answered' else 'colleague-spoke' end`,
      ),
    toldAs: toldAs('told_as', sql`'contact.recorded'::text`),
  },
  (t) => [
    moments('contacts_moments_are_real', t),
    foreignKey({ name: 'contacts_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({ name: 'contacts_employee_exists', columns: [t.employeeId], foreignColumns: [employees.id] }),
    check('contacts_happened_before', sql`${t.at} <= ${t.recordedAt} + interval '5 minutes'`),
    check(
      'contacts_channel_is_known',
      sql`${t.channel} in ('phone', 'email', 'chat', 'visit', 'letter', 'web')`,
    ),
    check(
      'contacts_outcome_is_known',
      sql`${t.outcome} in ('reached', 'no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent', 'missed')`,
    ),
    check('contacts_direction_is_known', sql`${t.direction} in ('inbound', 'outbound')`),
    check('contacts_outbound_is_the_owner', sql`${t.direction} = 'inbound' or ${t.spokenFor} is not null`),
    check('contacts_answer_is_an_employees', sql`not ${t.answered} or ${t.employeeId} is not null`),
    check('contacts_thanks_are_the_customers', sql`not ${t.thanks} or ${t.direction} = 'inbound'`),
    check(
      'contacts_choice_is_the_customers',
      sql`(${t.choseFrom} is null) = (${t.choseUntil} is null) and (${t.choseFrom} is null or (${t.choseFrom} < ${t.choseUntil} and ${t.direction} = 'inbound' and ${t.channel} = 'web' and ${t.employeeId} is null and ${t.recordedByKind} = 'system' and ${t.at} = ${t.recordedAt} and not ${t.opening}))`,
    ),
    unique('contacts_moment').on(t.id, t.caseId, t.moment),
    index('contacts_by_case').on(t.caseId, t.id),
  ],
)

/** What a contact can prove: see `contacts.moment`. */
export type Moment =
  | 'opening'
  | 'owner-reached'
  | 'owner-wrote'
  | 'customer-called-owner'
  | 'colleague-answered'
  | 'colleague-spoke'
  | 'customer-contacted-us'
  | 'not-reached'

/** How a case ended: a row, because it has a who, a when and a why, and may be followed by another (law 9). */
export const resolutions = pgTable(
  'resolutions',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    summary: text('summary').notNull(),
    contactId: uuid('contact_id'),
    contactMoment: text('contact_moment').$type<Moment>(),
    duplicateOf: uuid('duplicate_of'),
    resolvedById: uuid('resolved_by_id').notNull(),
    at: instant('at').notNull(),
    toldAs: toldAs('told_as', sql`'case.resolved'::text`),
  },
  (t) => [
    moments('resolutions_moments_are_real', t),
    foreignKey({
      name: 'resolutions_contact_was_that_moment',
      columns: [t.contactId, t.caseId, t.contactMoment],
      foreignColumns: [contacts.id, contacts.caseId, contacts.moment],
    }),
    foreignKey({
      name: 'resolutions_older_case_exists',
      columns: [t.duplicateOf],
      foreignColumns: [cases.id],
    }),
    foreignKey({
      name: 'resolutions_employee_exists',
      columns: [t.resolvedById],
      foreignColumns: [employees.id],
    }),
    check(
      'resolutions_outcome_is_known',
      sql`${t.outcome} in ('answered', 'fixed', 'unreachable', 'withdrawn', 'duplicate', 'notAQuestion')`,
    ),
    check('resolutions_contact_has_a_moment', sql`(${t.contactId} is null) = (${t.contactMoment} is null)`),
    check(
      'resolutions_customer_was_told',
      sql`${t.outcome} not in ('answered', 'fixed') or coalesce(${t.contactMoment} in ('opening', 'owner-reached', 'owner-wrote', 'customer-called-owner', 'colleague-answered'), false)`,
    ),
    // The opening contact proved it in earlier versions; now `cases_end_as_earned` lets none that is new.
    check(
      'resolutions_customer_withdrew',
      sql`${t.outcome} <> 'withdrawn' or coalesce(${t.contactMoment} in ('opening', 'customer-called-owner', 'colleague-answered', 'colleague-spoke', 'customer-contacted-us'), false)`,
    ),
    check(
      'resolutions_duplicate_names_a_case',
      sql`(${t.outcome} = 'duplicate') = (${t.duplicateOf} is not null) and ${t.duplicateOf} <> ${t.caseId}`,
    ),
    unique('resolutions_of_case').on(t.caseId, t.id, t.at),
    index('resolutions_by_outcome').on(t.outcome, t.caseId),
  ],
)

/** The ways in which a case ends (law 8). */
export type Outcome = 'answered' | 'fixed' | 'unreachable' | 'withdrawn' | 'duplicate' | 'notAQuestion'

/** A colleague's or owner's note on a case, for employees only. */
export const notes = pgTable(
  'notes',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    text: text('text').notNull(),
    authorKind: text('author_kind').$type<'employee' | 'system'>().notNull(),
    authorId: uuid('author_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    moments('notes_moments_are_real', t),
    check('notes_author_is_known', sql`${t.authorKind} in ('employee', 'system')`),
    foreignKey({ name: 'notes_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    index('notes_by_case').on(t.caseId, t.id),
  ],
)
