import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { WeeklyHours } from '../lib/hours.ts'
import { instant, version } from './columns.ts'
import { teams, topics } from './organisation.ts'

/**
 * A person who works here. `active_team_id` is the team of somebody who may own a case: open cases refer to
 * `(id, active_team_id)`, so nobody can leave, or move, from under the questions they own (law 1).
 */
export const employees = pgTable(
  'employees',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email'),
    /** What the identity provider calls them in its tokens. */
    subject: text('subject').unique('employees_subject_is_taken'),
    /** What the system that provisions employees (SCIM) calls them, and the parts of their name as it has them. */
    externalId: text('external_id').unique('employees_external_id_is_taken'),
    givenName: text('given_name'),
    familyName: text('family_name'),
    teamId: uuid('team_id'),
    discipline: text('discipline').$type<'front' | 'back' | 'both'>().notNull(),
    role: text('role').$type<'member' | 'coach' | 'admin'>().notNull(),
    extension: text('extension'),
    phone: text('phone'),
    workingHours: jsonb('working_hours').$type<WeeklyHours>(),
    contractHours: doublePrecision('contract_hours').notNull(),
    departedAt: instant('departed_at'),
    activeTeamId: uuid('active_team_id').generatedAlwaysAs(
      sql`case when departed_at is null then team_id end`,
    ),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [
    foreignKey({ name: 'employees_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    check('employees_discipline_is_known', sql`${t.discipline} in ('front', 'back', 'both')`),
    check('employees_role_is_known', sql`${t.role} in ('member', 'coach', 'admin')`),
    check('employees_contract_hours_are_sane', sql`${t.contractHours} > 0 and ${t.contractHours} <= 60`),
    unique('employees_active_team').on(t.id, t.activeTeamId),
    index('employees_by_team').on(t.activeTeamId),
    index('employees_by_extension').on(t.extension),
    index('employees_by_subject').on(sql`lower(subject)`),
    index('employees_by_email').on(sql`lower(email)`),
  ],
)

/**
 * A departure that has begun: from then on the employee may not call and is given nothing new. Who still owns open
 * cases stays their owner until a succession, so that no case is left with nobody (laws 1 and 12).
 */
export const departures = pgTable(
  'departures',
  {
    employeeId: uuid('employee_id').primaryKey(),
    startedAt: instant('started_at').notNull(),
    /** When they had left for good: `employees.departed_at`. Null while they still own open cases. */
    completedAt: instant('completed_at'),
  },
  (t) => [
    foreignKey({
      name: 'departures_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    check('departures_run_forward', sql`${t.completedAt} >= ${t.startedAt}`),
  ],
)

/** Which topics an employee is competent in. */
export const employeeTopics = pgTable(
  'employee_topics',
  { employeeId: uuid('employee_id').notNull(), topicId: uuid('topic_id').notNull() },
  (t) => [
    primaryKey({ name: 'employee_topics_pkey', columns: [t.employeeId, t.topicId] }),
    foreignKey({
      name: 'employee_topics_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    foreignKey({ name: 'employee_topics_topic_exists', columns: [t.topicId], foreignColumns: [topics.id] }),
    index('employee_topics_by_topic').on(t.topicId),
  ],
)
