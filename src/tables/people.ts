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
import { bytes, instant, moments, version, xid8 } from './columns.ts'
import { teams } from './organisation.ts'
import { topics } from './topics.ts'

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
    /** Of the working hours; null: the team's. */
    timeZone: text('time_zone'),
    contractHours: doublePrecision('contract_hours').notNull(),
    departedAt: instant('departed_at'),
    activeTeamId: uuid('active_team_id').generatedAlwaysAs(
      sql`case when departed_at is null then team_id end`,
    ),
    createdAt: instant('created_at').notNull(),
    /** When the version became what it is; null: nothing has changed since they were made. */
    changedAt: instant('changed_at'),
    /** The transaction that last changed what they are here, or when that was: nothing counts by it in that one. */
    changedIn: xid8('changed_in'),
    version: version(),
  },
  (t) => [
    moments('employees_moments_are_real', t),
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
    /** The system whose word it was; null: it does not complete by itself. */
    startedById: uuid('started_by_id'),
    /** When it completes by itself, unless it is withdrawn before. */
    dueAt: instant('due_at'),
    /** When they had left for good: `employees.departed_at`. Null while they still own open cases. */
    completedAt: instant('completed_at'),
    /** The transaction that began or changed it last. */
    changedIn: xid8('changed_in'),
  },
  (t) => [
    moments('departures_moments_are_real', t),
    foreignKey({
      name: 'departures_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    check('departures_run_forward', sql`${t.completedAt} >= ${t.startedAt}`),
    check('departures_due_are_somebodys_word', sql`(${t.dueAt} is null) = (${t.startedById} is null)`),
    index('departures_due').on(t.dueAt).where(sql`completed_at is null`),
  ],
)

/**
 * An employee is away for a while. Why is nobody's business, so it is stored nowhere. Two absences of one employee do
 * not overlap: `absences_are_apart`, an exclusion constraint in the migration.
 */
export const absences = pgTable(
  'absences',
  {
    id: uuid('id').primaryKey(),
    employeeId: uuid('employee_id').notNull(),
    from: instant('from_at').notNull(),
    until: instant('until_at').notNull(),
    registeredAt: instant('registered_at').notNull(),
    /** The last moment at which a case passed on because of it (law 12): from then on it is evidence. */
    reliedOnAt: instant('relied_on_at'),
    version: version(),
  },
  (t) => [
    moments('absences_moments_are_real', t),
    foreignKey({
      name: 'absences_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    check('absences_run_forward', sql`${t.from} < ${t.until}`),
    check('absences_hold_what_was_done', sql`${t.reliedOnAt} between ${t.from} and ${t.until}`),
    unique('absences_of_employee').on(t.id, t.employeeId),
    unique('absences_span').on(t.id, t.employeeId, t.from, t.until),
    index('absences_by_employee').on(t.employeeId, t.until),
  ],
)

/**
 * Who acts for an absent owner, and when (law 11): a part of the absence, since a stand-in may fall ill too. One at a
 * time for each owner, and never somebody who is absent then: exclusion constraints in the migration.
 */
export const standIns = pgTable(
  'stand_ins',
  {
    id: uuid('id').primaryKey(),
    absenceId: uuid('absence_id').notNull(),
    ownerId: uuid('owner_id').notNull(),
    standInId: uuid('stand_in_id').notNull(),
    from: instant('from_at').notNull(),
    until: instant('until_at').notNull(),
    /** The span of the absence, and the teams of both, as foreign keys hold them true: kept by the database. */
    absenceFrom: instant('absence_from'),
    absenceUntil: instant('absence_until'),
    ownerTeamId: uuid('owner_team_id'),
    standInTeamId: uuid('stand_in_team_id'),
    /** The last moment for which they acted in the owner’s name: from then on it is evidence. Kept by the database. */
    reliedOnAt: instant('relied_on_at'),
  },
  (t) => [
    moments('stand_ins_moments_are_real', t),
    foreignKey({
      name: 'stand_ins_absence_exists',
      columns: [t.absenceId, t.ownerId],
      foreignColumns: [absences.id, absences.employeeId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'stand_ins_employee_exists',
      columns: [t.standInId],
      foreignColumns: [employees.id],
    }),
    check('stand_ins_run_forward', sql`${t.from} < ${t.until}`),
    check('stand_ins_are_somebody_else', sql`${t.standInId} <> ${t.ownerId}`),
    check(
      'stand_ins_within_the_absence',
      sql`${t.absenceFrom} <= ${t.from} and ${t.until} <= ${t.absenceUntil}`,
    ),
    check('stand_ins_hold_what_was_done', sql`${t.reliedOnAt} between ${t.from} and ${t.until}`),
    unique('stand_ins_span').on(t.id, t.standInId, t.from, t.until),
    index('stand_ins_by_owner').on(t.ownerId, t.until),
    index('stand_ins_by_stand_in').on(t.standInId, t.until),
    index('stand_ins_by_absence').on(t.absenceId),
  ],
)

/**
 * Who is away and who stands in, of each person in one place, so that one constraint can keep the two apart:
 * `attendance_is_one_thing` (no stand-in is absent). Kept by triggers from the two tables above.
 */
export const attendance = pgTable(
  'attendance',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id').notNull(),
    kind: text('kind').$type<'absent' | 'stands-in'>().notNull(),
    from: instant('from_at').notNull(),
    until: instant('until_at').notNull(),
    absenceId: uuid('absence_id').generatedAlwaysAs(sql`case when kind = 'absent' then id end`),
    partId: uuid('part_id').generatedAlwaysAs(sql`case when kind = 'stands-in' then id end`),
  },
  (t) => [
    moments('attendance_moments_are_real', t),
    check('attendance_kind_is_known', sql`${t.kind} in ('absent', 'stands-in')`),
    unique('attendance_span').on(t.id, t.personId, t.from, t.until),
    index('attendance_by_person').on(t.personId, t.until),
  ],
)

/**
 * Whether calls are put through to an employee at this moment: that and no more. What was before is not kept, so nobody's
 * hours can be read from it (law 16). Without a row: present.
 */
export const presences = pgTable(
  'presences',
  {
    employeeId: uuid('employee_id').primaryKey(),
    presence: text('presence').$type<'present' | 'away'>().notNull(),
    version: version(),
  },
  (t) => [
    foreignKey({
      name: 'presences_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    check('presences_presence_is_known', sql`${t.presence} in ('present', 'away')`),
  ],
)

/** The address under which an employee's calendar program reads their callbacks: a token, stored as a digest. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    employeeId: uuid('employee_id').primaryKey(),
    digest: bytes('digest').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    moments('calendar_feeds_moments_are_real', t),
    foreignKey({
      name: 'calendar_feeds_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    check('calendar_feeds_digest_is_sha256', sql`octet_length(${t.digest}) = 32`),
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
