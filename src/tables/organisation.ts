import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Closure, Opening, WeeklyHours } from '../lib/hours.ts'
import { instant, moments, version, xid8 } from './columns.ts'

/** The bounds of what teams may agree with themselves; what is left out is not bound. Durations are ISO 8601. */
export interface AgreementBounds {
  readonly callbackWithin?: { readonly most: string } | undefined
  readonly callbackHorizon?: { readonly most: string } | undefined
  readonly callbacksPerHour?:
    | { readonly least?: number | undefined; readonly most?: number | undefined }
    | undefined
  readonly attempts?: { readonly least: number } | undefined
  readonly attemptDays?: { readonly least: number } | undefined
}

/**
 * The one organisation. `default_member_id` names an active member of the default team: a foreign key to
 * `employees (id, active_team_id)` holds that member in place, so the default team can never run empty (law 3).
 */
export const organisation = pgTable(
  'organisation',
  {
    id: smallint('id').primaryKey().default(1),
    name: text('name').notNull().default('Our organisation'),
    country: text('country').notNull().default('NL'),
    timeZone: text('time_zone').notNull().default('Europe/Amsterdam'),
    currency: text('currency').notNull().default('EUR'),
    holidayRegion: text('holiday_region'),
    defaultTeamId: uuid('default_team_id'),
    defaultMemberId: uuid('default_member_id'),
    /** In minor units of `currency`. */
    gestureCeiling: bigint('gesture_ceiling', { mode: 'number' }).notNull().default(200_000),
    askCeiling: bigint('ask_ceiling', { mode: 'number' }).notNull().default(1_000_000),
    /** So many deviations of a rule within 90 days ask for its review. */
    reviewAfter: integer('review_after').notNull().default(10),
    /** Within so many working days whoever had an idea gets an answer. */
    ideaAnswerWithin: text('idea_answer_within').notNull().default('P10D'),
    /** What no team's agreements may pass. */
    agreementBounds: jsonb('agreement_bounds').$type<AgreementBounds>().notNull().default({}),
    /** The transaction that changed it last: nothing is given in it by its ceilings (law 13). */
    changedIn: xid8('changed_in'),
    version: version(),
  },
  (t) => [
    check(
      'organisation_currency_is_a_code',
      sql`${t.currency} ~ '^[A-Z]{3}$' and ${t.country} ~ '^[A-Z]{2}$'`,
    ),
    check('organisation_is_one', sql`${t.id} = 1`),
    // Money that was given refers to it, so it can't become another currency behind what was given.
    unique('organisation_has_one_currency').on(t.currency),
    check(
      'organisation_ceilings_are_finite',
      sql`${t.gestureCeiling} between 1 and 100000000000 and ${t.askCeiling} between 1 and 100000000000`,
    ),
    check('organisation_reviews_rules', sql`${t.reviewAfter} between 1 and 1000`),
    check('organisation_answers_ideas', sql`${t.ideaAnswerWithin} ~ '^P[0-9]{1,3}D$'`),
    foreignKey({
      name: 'organisation_default_team_exists',
      columns: [t.defaultTeamId],
      foreignColumns: [teams.id],
    }),
  ],
)

/** A customer team: front and back office merged, serving its own customers from A to Z. */
export const teams = pgTable(
  'teams',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    segments: text('segments').array().notNull().default(sql`'{}'`),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [
    check('teams_are_of_their_form', sql`array_position(${t.segments}, null) is null`),
    moments('teams_moments_are_real', t),
  ],
)

/** What a team has agreed with itself; durations are ISO 8601. */
export const agreements = pgTable(
  'agreements',
  {
    teamId: uuid('team_id').primaryKey(),
    openingHours: jsonb('opening_hours').$type<WeeklyHours>().notNull(),
    timeZone: text('time_zone').notNull(),
    closures: jsonb('closures').$type<readonly Closure[]>().notNull(),
    openings: jsonb('openings').$type<readonly Opening[]>().notNull().default([]),
    keepsHolidays: boolean('keeps_holidays').notNull().default(true),
    /** Whose holidays the team keeps; null: those of the organisation. */
    holidayCountry: text('holiday_country'),
    holidayRegion: text('holiday_region'),
    callbackWithin: text('callback_within').notNull(),
    callbackHorizon: text('callback_horizon').notNull(),
    callbacksPerHour: integer('callbacks_per_hour').notNull(),
    remindBefore: text('remind_before').notNull(),
    attempts: integer('attempts').notNull(),
    attemptDays: integer('attempt_days').notNull(),
    attemptPause: text('attempt_pause').notNull(),
    /** In minor units of the organisation's currency; null leaves the organisation's ceiling. */
    gestureCeiling: bigint('gesture_ceiling', { mode: 'number' }),
    /** The transaction that changed it last: no case ends in it by what it agreed on (law 8). */
    changedIn: xid8('changed_in'),
    version: version(),
  },
  (t) => [
    foreignKey({ name: 'agreements_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    check(
      'agreements_region_is_of_a_country',
      sql`${t.holidayRegion} is null or ${t.holidayCountry} is not null`,
    ),
    check(
      'agreements_holidays_are_somewhere',
      sql`${t.holidayCountry} ~ '^[A-Z]{2}$' and (${t.holidayRegion} is null or char_length(${t.holidayRegion}) between 1 and 40)`,
    ),
    check(
      'agreements_openings_are_days',
      sql`case when jsonb_typeof(${t.openings}) = 'array' then jsonb_array_length(${t.openings}) <= 400 else false end`,
    ),
    check(
      'agreements_are_sane',
      sql`${t.callbacksPerHour} between 1 and 60 and ${t.attempts} between 1 and 20 and ${t.attemptDays} between 1 and ${t.attempts}`,
    ),
    check('agreements_ceiling_is_finite', sql`${t.gestureCeiling} between 1 and 100000000000`),
  ],
)
