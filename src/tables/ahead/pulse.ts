import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, moments } from '../columns.ts'
import { teams } from '../organisation.ts'
import { employees } from '../people.ts'

/** A week in which employees are asked how it is, as ISO 8601 numbers them: `2026-W48`. */
export const pulseRounds = pgTable(
  'pulse_rounds',
  {
    week: text('week').primaryKey(),
    /** Midnight after its Sunday, where the organisation is. */
    endsAt: instant('ends_at').notNull(),
    closedAt: instant('closed_at'),
    closed: boolean('closed').notNull().generatedAlwaysAs(sql`closed_at is not null`),
  },
  (t) => [
    moments('pulse_rounds_moments_are_real', t),
    check('pulse_rounds_are_weeks', sql`${t.week} ~ '^2[01][0-9]{2}-W(0[1-9]|[1-4][0-9]|5[0-3])$'`),
    check('pulse_rounds_close_after_they_end', sql`${t.closedAt} > ${t.endsAt}`),
    unique('pulse_rounds_by_whether_closed').on(t.week, t.closed),
    index('pulse_rounds_to_close').on(t.endsAt).where(sql`closed_at is null`),
  ],
)

/** Who has answered, and nothing of what. They are forgotten when the week is closed. */
export const pulseGivers = pgTable(
  'pulse_givers',
  {
    week: text('week').notNull(),
    employeeId: uuid('employee_id').notNull(),
    /** While the answer waits in the memory of an instance, by what it knows that this is its giver. */
    claim: uuid('claim'),
    /** From then on that instance is taken for dead, and the employee may answer again. */
    heldUntil: instant('held_until'),
  },
  (t) => [
    moments('pulse_givers_moments_are_real', t),
    primaryKey({ name: 'pulse_givers_once', columns: [t.week, t.employeeId] }),
    foreignKey({ name: 'pulse_givers_round_exists', columns: [t.week], foreignColumns: [pulseRounds.week] }),
    foreignKey({
      name: 'pulse_givers_employee_exists',
      columns: [t.employeeId],
      foreignColumns: [employees.id],
    }),
    check('pulse_givers_wait_for_a_while', sql`(${t.claim} is null) = (${t.heldUntil} is null)`),
    index('pulse_givers_by_claim').on(t.claim).where(sql`claim is not null`),
    index('pulse_givers_by_employee').on(t.employeeId),
  ],
)

/** What was answered: of which week and team, and neither by whom nor when. It has no key, since a key would be an order. */
export const pulseAnswers = pgTable(
  'pulse_answers',
  {
    week: text('week').notNull(),
    /** Null for those who are in no team. */
    teamId: uuid('team_id'),
    roomToHelp: integer('room_to_help').notNull(),
    proudOfService: integer('proud_of_service').notNull(),
  },
  (t) => [
    foreignKey({ name: 'pulse_answers_round_exists', columns: [t.week], foreignColumns: [pulseRounds.week] }),
    foreignKey({ name: 'pulse_answers_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    check(
      'pulse_answers_are_scores',
      sql`${t.roomToHelp} between 1 and 5 and ${t.proudOfService} between 1 and 5`,
    ),
    index('pulse_answers_by_week').on(t.week, t.teamId),
  ],
)

/** What stood in the way of somebody, apart from their scores. */
export const pulseWords = pgTable(
  'pulse_words',
  { week: text('week').notNull(), teamId: uuid('team_id'), words: text('words').notNull() },
  (t) => [
    foreignKey({ name: 'pulse_words_round_exists', columns: [t.week], foreignColumns: [pulseRounds.week] }),
    foreignKey({ name: 'pulse_words_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    index('pulse_words_by_week').on(t.week, t.teamId),
  ],
)

/** That a coach shared a closed week with the team that it is of. */
export const pulseShares = pgTable(
  'pulse_shares',
  {
    week: text('week').notNull(),
    closed: boolean('closed').notNull().default(true),
    teamId: uuid('team_id').notNull(),
    sharedById: uuid('shared_by_id').notNull(),
    sharedAt: instant('shared_at').notNull(),
  },
  (t) => [
    moments('pulse_shares_moments_are_real', t),
    primaryKey({ name: 'pulse_shares_once', columns: [t.week, t.teamId] }),
    foreignKey({
      name: 'pulse_shares_are_of_closed_rounds',
      columns: [t.week, t.closed],
      foreignColumns: [pulseRounds.week, pulseRounds.closed],
    }),
    foreignKey({ name: 'pulse_shares_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    foreignKey({
      name: 'pulse_shares_shared_by_exists',
      columns: [t.sharedById],
      foreignColumns: [employees.id],
    }),
    check('pulse_shares_are_of_closed', sql`${t.closed}`),
  ],
)
