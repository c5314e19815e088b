import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { cases } from '../cases.ts'
import { instant, moments, version } from '../columns.ts'
import { teams } from '../organisation.ts'
import { employees } from '../people.ts'
import { topics } from '../topics.ts'

export type HeadsUpKind = 'mailing' | 'outage' | 'price-change' | 'other'

export interface ExpectedQuestion {
  readonly question: string
  readonly answer: string
}

/** Notice to the teams of something that will make customers call. It is released once every team concerned knows of it. */
export const headsUps = pgTable(
  'heads_ups',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    kind: text('kind').$type<HeadsUpKind>().notNull(),
    topicId: uuid('topic_id'),
    audience: text('audience'),
    audienceSize: integer('audience_size'),
    from: instant('from_at').notNull(),
    until: instant('until_at').notNull(),
    message: text('message').notNull(),
    expectedQuestions: jsonb('expected_questions').$type<readonly ExpectedQuestion[]>().notNull(),
    whoKnows: uuid('who_knows').array().notNull().default(sql`'{}'`),
    /** How many customers would ring, by what earlier ones of its kind had taught when it was written. */
    forecast: integer('forecast'),
    announcedByKind: text('announced_by_kind').$type<'employee' | 'system'>().notNull(),
    announcedById: uuid('announced_by_id').notNull(),
    announcedAt: instant('announced_at').notNull(),
    releasedAt: instant('released_at'),
    releasedByKind: text('released_by_kind').$type<'employee' | 'system'>(),
    releasedById: uuid('released_by_id'),
    /** Who let it go out although not every team was briefed, and why. */
    overriddenById: uuid('overridden_by_id'),
    overrideReason: text('override_reason'),
    version: version(),
  },
  (t) => [
    moments('heads_ups_moments_are_real', t),
    foreignKey({ name: 'heads_ups_topic_exists', columns: [t.topicId], foreignColumns: [topics.id] }),
    foreignKey({
      name: 'heads_ups_overridden_by_exists',
      columns: [t.overriddenById],
      foreignColumns: [employees.id],
    }),
    check('heads_ups_somebody_knows', sql`array_position(${t.whoKnows}, null) is null`),
    check('heads_ups_kind_is_known', sql`${t.kind} in ('mailing', 'outage', 'price-change', 'other')`),
    check('heads_ups_announced_by_is_known', sql`${t.announcedByKind} in ('employee', 'system')`),
    check('heads_ups_end_after_they_begin', sql`${t.until} > ${t.from}`),
    check('heads_ups_audience_is_somebody', sql`${t.audienceSize} > 0`),
    check(
      'heads_ups_releases_have_it_all',
      sql`num_nulls(${t.releasedAt}, ${t.releasedByKind}, ${t.releasedById}) in (0, 3)
        and num_nulls(${t.overriddenById}, ${t.overrideReason}) in (0, 2)
        and (${t.overriddenById} is null or ${t.releasedAt} is not null)`,
    ),
    index('heads_ups_by_topic').on(t.topicId, t.until),
    index('heads_ups_by_end').on(t.until),
    index('heads_ups_by_beginning').on(t.from),
    index('heads_ups_in_order_by_topic').on(t.topicId, t.id),
    index('heads_ups_by_kind').on(t.kind, t.id),
    index('heads_ups_that_taught')
      .on(t.kind, t.until)
      .where(sql`audience_size is not null and topic_id is not null`),
    index('heads_ups_by_state').on(
      sql`(case when released_at is null then 'announced' else 'released' end)`,
      t.id,
    ),
    index('heads_ups_by_override').on(sql`(overridden_by_id is not null)`, t.id),
  ],
)

/** A team that a heads-up concerns, and who of it acknowledged that the team knows. */
export const headsUpTeams = pgTable(
  'heads_up_teams',
  {
    headsUpId: uuid('heads_up_id').notNull(),
    teamId: uuid('team_id').notNull(),
    acknowledgedById: uuid('acknowledged_by_id'),
    acknowledgedAt: instant('acknowledged_at'),
  },
  (t) => [
    moments('heads_up_teams_moments_are_real', t),
    primaryKey({ name: 'heads_up_teams_pkey', columns: [t.headsUpId, t.teamId] }),
    foreignKey({
      name: 'heads_up_teams_heads_up_exists',
      columns: [t.headsUpId],
      foreignColumns: [headsUps.id],
    }),
    foreignKey({ name: 'heads_up_teams_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    foreignKey({
      name: 'heads_up_teams_employee_exists',
      columns: [t.acknowledgedById],
      foreignColumns: [employees.id],
    }),
    check(
      'heads_up_teams_acknowledgements_have_it_all',
      sql`(${t.acknowledgedById} is null) = (${t.acknowledgedAt} is null)`,
    ),
    index('heads_up_teams_by_team').on(t.teamId),
  ],
)

/** The cases on its topic that were opened in its period; written by the database as a case opens. */
export const headsUpCases = pgTable(
  'heads_up_cases',
  { headsUpId: uuid('heads_up_id').notNull(), caseId: uuid('case_id').notNull() },
  (t) => [
    primaryKey({ name: 'heads_up_cases_pkey', columns: [t.headsUpId, t.caseId] }),
    foreignKey({
      name: 'heads_up_cases_heads_up_exists',
      columns: [t.headsUpId],
      foreignColumns: [headsUps.id],
    }),
    foreignKey({ name: 'heads_up_cases_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    index('heads_up_cases_by_case').on(t.caseId),
  ],
)
