import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from './cases.ts'
import { instant, moments, version } from './columns.ts'
import { employees } from './people.ts'
import { rules } from './rules.ts'

export type IdeaDecision = 'adopted' | 'trying' | 'declined'

/** An employee's idea for improvement. It is owed an answer; whose it is, nobody knows when they said so. */
export const ideas = pgTable(
  'ideas',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    anonymous: boolean('anonymous').notNull(),
    authorId: uuid('author_id'),
    /** The codes of the values that it serves. */
    values: text('values').array().notNull().default(sql`'{}'`),
    createdAt: instant('created_at').notNull(),
    answerBy: instant('answer_by').notNull(),
    overdueToldAt: instant('overdue_told_at'),
    decision: text('decision').$type<IdeaDecision>(),
    reason: text('reason'),
    answeredById: uuid('answered_by_id'),
    answeredAt: instant('answered_at'),
    result: text('result'),
    resultById: uuid('result_by_id'),
    resultAt: instant('result_at'),
    tellAt: instant('tell_at').generatedAlwaysAs(
      sql`case when decision is null and overdue_told_at is null then answer_by end`,
    ),
    /** When its author and those who support it last had something to hear. */
    newsAt: instant('news_at').generatedAlwaysAs(
      sql`greatest(created_at, overdue_told_at, answered_at, result_at)`,
    ),
    version: version(),
  },
  (t) => [
    moments('ideas_moments_are_real', t),
    check('ideas_are_of_their_form', sql`array_position(${t.values}, null) is null`),
    foreignKey({ name: 'ideas_author_exists', columns: [t.authorId], foreignColumns: [employees.id] }),
    foreignKey({
      name: 'ideas_answered_by_exists',
      columns: [t.answeredById],
      foreignColumns: [employees.id],
    }),
    foreignKey({ name: 'ideas_result_by_exists', columns: [t.resultById], foreignColumns: [employees.id] }),
    check('ideas_anonymous_are_nobodys', sql`${t.anonymous} = (${t.authorId} is null)`),
    check('ideas_are_answered_later', sql`${t.answerBy} > ${t.createdAt}`),
    check('ideas_told_in_time', sql`${t.overdueToldAt} >= ${t.answerBy}`),
    check('ideas_decision_is_known', sql`${t.decision} in ('adopted', 'trying', 'declined')`),
    check(
      'ideas_answers_have_it_all',
      sql`num_nulls(${t.decision}, ${t.reason}, ${t.answeredById}, ${t.answeredAt}) in (0, 4)`,
    ),
    check('ideas_results_have_it_all', sql`num_nulls(${t.result}, ${t.resultById}, ${t.resultAt}) in (0, 3)`),
    check('ideas_results_follow_an_answer', sql`${t.result} is null or ${t.decision} is not null`),
    check(
      'ideas_are_answered_by_another',
      sql`${t.answeredById} is distinct from ${t.authorId} or ${t.authorId} is null`,
    ),
    index('ideas_to_tell').on(t.tellAt).where(sql`tell_at is not null`),
    index('ideas_by_author').on(t.authorId, t.newsAt),
    index('ideas_in_order_by_author').on(t.authorId, t.id).where(sql`author_id is not null`),
    index('ideas_by_state').on(sql`coalesce(decision, 'open')`, t.id),
    index('ideas_by_moment').on(t.createdAt, t.id),
    index('ideas_by_value').using('gin', t.values).where(sql`"values" <> '{}'`),
  ],
)

/** The cases that made somebody think of it. */
export const ideaCases = pgTable(
  'idea_cases',
  { ideaId: uuid('idea_id').notNull(), caseId: uuid('case_id').notNull() },
  (t) => [
    primaryKey({ name: 'idea_cases_pkey', columns: [t.ideaId, t.caseId] }),
    foreignKey({ name: 'idea_cases_idea_exists', columns: [t.ideaId], foreignColumns: [ideas.id] }),
    foreignKey({ name: 'idea_cases_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    index('idea_cases_by_case').on(t.caseId),
  ],
)

/** The rules that it is against. */
export const ideaRules = pgTable(
  'idea_rules',
  { ideaId: uuid('idea_id').notNull(), ruleId: uuid('rule_id').notNull() },
  (t) => [
    primaryKey({ name: 'idea_rules_pkey', columns: [t.ideaId, t.ruleId] }),
    foreignKey({ name: 'idea_rules_idea_exists', columns: [t.ideaId], foreignColumns: [ideas.id] }),
    foreignKey({ name: 'idea_rules_rule_exists', columns: [t.ruleId], foreignColumns: [rules.id] }),
    index('idea_rules_by_rule').on(t.ruleId),
  ],
)

/** Who supports an idea, each once. */
export const ideaSupports = pgTable(
  'idea_supports',
  {
    ideaId: uuid('idea_id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    moments('idea_supports_moments_are_real', t),
    primaryKey({ name: 'idea_supports_once', columns: [t.ideaId, t.employeeId] }),
    foreignKey({ name: 'idea_supports_idea_exists', columns: [t.ideaId], foreignColumns: [ideas.id] }),
    foreignKey({
      name: 'idea_supports_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    index('idea_supports_by_employee').on(t.employeeId),
  ],
)
