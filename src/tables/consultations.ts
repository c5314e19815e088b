import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from './cases.ts'
import { instant, moments, toldAs, version } from './columns.ts'
import { teams } from './organisation.ts'
import { employees } from './people.ts'
import { topics } from './topics.ts'

/**
 * The owner asks a colleague for an answer or an action; the answer comes back to the owner, and the customer stays with
 * the owner (law 10). It is always one person who is asked, never a queue.
 */
export const consultations = pgTable(
  'consultations',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    /** The owner, or who stood in for them. */
    askedById: uuid('asked_by_id').notNull(),
    consultedId: uuid('consulted_id').notNull(),
    /** The team that was asked, where it was its first free expert who was found. */
    teamId: uuid('team_id'),
    topicId: uuid('topic_id'),
    kind: text('kind').$type<'question' | 'action'>().notNull(),
    question: text('question').notNull(),
    needBy: instant('need_by').notNull(),
    state: text('state').$type<'open' | 'answered' | 'declined' | 'withdrawn'>().notNull(),
    /** The team of the case when it was asked, and whether the colleague is of another: what the team could learn. */
    ownTeamId: uuid('own_team_id').notNull(),
    outside: boolean('outside').notNull(),
    askedAt: instant('asked_at').notNull(),
    closedAt: instant('closed_at'),
    answer: text('answer'),
    /** Why it was declined or withdrawn. */
    reason: text('reason'),
    mightKnowId: uuid('might_know_id'),
    /** Whether it helped, by who asked; only ever told in sums (law 16). */
    helpful: boolean('helpful'),
    overdueToldAt: instant('overdue_told_at'),
    tellAt: instant('tell_at').generatedAlwaysAs(
      sql`case when state = 'open' and overdue_told_at is null then need_by end`,
    ),
    /** Who sees the case by it, while that is open. */
    seesId: uuid('sees_id').generatedAlwaysAs(
      sql`case when state in ('open', 'answered') then consulted_id end`,
    ),
    version: version(),
    toldAs: toldAs('told_as', sql`'consultation.asked'::text`),
    endedAs: toldAs('ended_as', sql`case when state <> 'open' then 'consultation.' || state end`),
    overdueAs: toldAs(
      'overdue_as',
      sql`case when overdue_told_at is not null then 'consultation.overdue' end`,
    ),
  },
  (t) => [
    moments('consultations_moments_are_real', t),
    foreignKey({ name: 'consultations_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({
      name: 'consultations_asked_by_exists',
      columns: [t.askedById],
      foreignColumns: [employees.id],
    }),
    foreignKey({
      name: 'consultations_consulted_exists',
      columns: [t.consultedId],
      foreignColumns: [employees.id],
    }),
    foreignKey({
      name: 'consultations_might_know_exists',
      columns: [t.mightKnowId],
      foreignColumns: [employees.id],
    }),
    foreignKey({ name: 'consultations_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    foreignKey({ name: 'consultations_own_team_exists', columns: [t.ownTeamId], foreignColumns: [teams.id] }),
    foreignKey({ name: 'consultations_topic_exists', columns: [t.topicId], foreignColumns: [topics.id] }),
    check('consultations_kind_is_known', sql`${t.kind} in ('question', 'action')`),
    check('consultations_state_is_known', sql`${t.state} in ('open', 'answered', 'declined', 'withdrawn')`),
    check('consultations_ask_somebody_else', sql`${t.consultedId} <> ${t.askedById}`),
    check('consultations_need_it_later', sql`${t.needBy} > ${t.askedAt}`),
    check(
      'consultations_closed_have_a_moment',
      sql`(${t.state} = 'open') = (${t.closedAt} is null) and ${t.closedAt} >= ${t.askedAt}`,
    ),
    check(
      'consultations_answered_have_an_answer',
      sql`(${t.state} = 'answered') = (${t.answer} is not null)`,
    ),
    check('consultations_declined_have_a_reason', sql`${t.state} <> 'declined' or ${t.reason} is not null`),
    check(
      'consultations_might_know_another',
      sql`${t.mightKnowId} is null or (${t.state} = 'declined' and ${t.mightKnowId} <> ${t.consultedId})`,
    ),
    check('consultations_told_in_time', sql`${t.overdueToldAt} >= ${t.needBy}`),
    check('consultations_helped_by_an_answer', sql`${t.helpful} is null or ${t.state} = 'answered'`),
    index('consultations_by_case').on(t.caseId, t.id),
    // With the team behind the order: who sees one team alone passes over the others within the index.
    index('consultations_by_consulted').on(t.consultedId, t.id, t.ownTeamId),
    index('consultations_open_by_consulted').on(t.consultedId, t.needBy).where(sql`state = 'open'`),
    index('consultations_by_asker').on(t.askedById, t.id, t.ownTeamId),
    index('consultations_seen_by').on(t.seesId, t.caseId).where(sql`sees_id is not null`),
    index('consultations_to_tell').on(t.tellAt).where(sql`tell_at is not null`),
    index('consultations_by_topic').on(t.topicId, t.id, t.ownTeamId).where(sql`topic_id is not null`),
    index('consultations_by_state').on(t.state, t.id, t.ownTeamId),
    index('consultations_by_kind').on(t.kind, t.id, t.ownTeamId),
    index('consultations_by_moment').on(t.askedAt, t.id),
    index('consultations_by_need').on(t.needBy),
    index('consultations_by_own_team').on(t.ownTeamId, t.askedAt),
    index('consultations_of_team').on(t.ownTeamId, t.id),
  ],
)
