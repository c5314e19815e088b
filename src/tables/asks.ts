import { sql } from 'drizzle-orm'
import { bigint, boolean, check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cases } from './cases.ts'
import { instant, moments, version, xid8 } from './columns.ts'
import { organisation, teams } from './organisation.ts'
import { employees } from './people.ts'

/**
 * An owner’s wish above the ceiling. Unanswered it is granted from `answer_by` on, told of or not: the gesture that it
 * becomes is written together with it and begins at that moment (law 13).
 */
export const asks = pgTable(
  'asks',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    teamId: uuid('team_id').notNull(),
    askedById: uuid('asked_by_id').notNull(),
    wish: text('wish').notNull(),
    /** In minor units. */
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    /** The most that could be asked for; the database fills it in. */
    ceiling: bigint('ceiling', { mode: 'number' }),
    reason: text('reason').notNull(),
    askedAt: instant('asked_at').notNull(),
    answerBy: instant('answer_by').notNull(),
    /** The transaction that made it: nothing comes of it in that one. */
    madeIn: xid8('made_in'),
    /** `open` past `answer_by` is granted; it becomes `granted` when that is told. */
    state: text('state').$type<'open' | 'granted' | 'refused' | 'withdrawn'>().notNull(),
    closedAt: instant('closed_at'),
    bySilence: boolean('by_silence').notNull().default(false),
    answeredById: uuid('answered_by_id'),
    answerReason: text('answer_reason'),
    alternative: text('alternative'),
    tellAt: instant('tell_at').generatedAlwaysAs(sql`case when state = 'open' then answer_by end`),
    version: version(),
  },
  (t) => [
    moments('asks_moments_are_real', t),
    foreignKey({ name: 'asks_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    foreignKey({ name: 'asks_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    foreignKey({ name: 'asks_asked_by_exists', columns: [t.askedById], foreignColumns: [employees.id] }),
    foreignKey({
      name: 'asks_answered_by_exists',
      columns: [t.answeredById],
      foreignColumns: [employees.id],
    }),
    foreignKey({
      name: 'asks_are_in_the_currency',
      columns: [t.currency],
      foreignColumns: [organisation.currency],
    }),
    check('asks_state_is_known', sql`${t.state} in ('open', 'granted', 'refused', 'withdrawn')`),
    check(
      'asks_within_the_ceiling',
      sql`${t.ceiling} is not null and ${t.amount} between 1 and ${t.ceiling}`,
    ),
    check('asks_are_answered_later', sql`${t.answerBy} > ${t.askedAt}`),
    check(
      'asks_end_once',
      sql`(${t.state} = 'open') = (${t.closedAt} is null) and ${t.closedAt} >= ${t.askedAt}
        and (not ${t.bySilence} or ${t.state} = 'granted')`,
    ),
    check(
      'asks_silence_is_yes',
      sql`case when ${t.bySilence} then ${t.closedAt} = ${t.answerBy} else ${t.closedAt} < ${t.answerBy} end`,
    ),
    check(
      'asks_no_has_its_reasons',
      sql`${t.state} <> 'refused' or (${t.answerReason} is not null and ${t.alternative} is not null)`,
    ),
    check(
      'asks_are_answered_by_another',
      sql`(${t.answeredById} is not null) = (${t.state} = 'refused' or (${t.state} = 'granted' and not ${t.bySilence}))
        and ${t.answeredById} <> ${t.askedById}`,
    ),
    unique('asks_have_an_amount').on(t.id, t.amount, t.currency),
    index('asks_by_case').on(t.caseId, t.id),
    index('asks_by_team').on(t.teamId, t.id),
    // With the team behind the order: who sees one team alone passes over the others within the index.
    index('asks_by_asker').on(t.askedById, t.id, t.teamId),
    index('asks_by_state').on(t.state, t.id, t.teamId),
    index('asks_by_silence').on(t.bySilence, t.id, t.teamId),
    index('asks_by_moment').on(t.askedAt, t.id),
    index('asks_by_answer').on(t.answerBy),
    index('asks_to_tell').on(t.tellAt).where(sql`tell_at is not null`),
  ],
)
