import { sql } from 'drizzle-orm'
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, moments, version, xid8 } from './columns.ts'
import { employees } from './people.ts'

export type RuleKind = 'house' | 'contract' | 'statutory'

/** A rule of the company. It serves customers, so an owner may bend it for one, the law excepted (law 14). */
export const rules = pgTable(
  'rules',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique('rules_code_is_taken'),
    title: text('title').notNull(),
    kind: text('kind').$type<RuleKind>().notNull(),
    ownerId: uuid('owner_id').notNull(),
    /** The number of the text that holds. */
    textNumber: integer('text_number').notNull(),
    reviewOn: date('review_on', { mode: 'string' }),
    /** The first moment of that day, by which a review is due, and its end, at which a house rule lapses. */
    reviewFrom: instant('review_from'),
    reviewUntil: instant('review_until'),
    burdened: doublePrecision('burdened'),
    /** How often it was reviewed, which is the number of the last review. */
    reviews: integer('reviews').notNull().default(0),
    /** When the review was told that is due now. */
    dueToldAt: instant('due_told_at'),
    tellAt: instant('tell_at').generatedAlwaysAs(
      sql`case when due_told_at is null and abolished_at is null then review_from end`,
    ),
    abolishedAt: instant('abolished_at'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** The transaction in which it got its owner: they don't review it in that one. */
    changedIn: xid8('changed_in'),
    version: version(),
  },
  (t) => [
    moments('rules_moments_are_real', t),
    unique('rules_of_their_kind').on(t.id, t.kind),
    foreignKey({ name: 'rules_owner_exists', columns: [t.ownerId], foreignColumns: [employees.id] }),
    check('rules_kind_is_known', sql`${t.kind} in ('house', 'contract', 'statutory')`),
    check(
      'rules_of_the_house_are_reviewed',
      sql`${t.kind} <> 'house' or (${t.reviewOn} is not null and ${t.burdened} is not null)`,
    ),
    check('rules_burden_a_share', sql`${t.burdened} between 0 and 1`),
    check(
      'rules_review_day_has_its_moments',
      sql`case when ${t.reviewOn} is null then ${t.reviewFrom} is null and ${t.reviewUntil} is null
        else coalesce(${t.reviewFrom} < ${t.reviewUntil}
          and ${t.reviewFrom} > (${t.reviewOn} - 1)::timestamp at time zone 'UTC'
          and ${t.reviewUntil} < (${t.reviewOn} + 2)::timestamp at time zone 'UTC', false) end`,
    ),
    index('rules_to_tell').on(t.tellAt).where(sql`tell_at is not null`),
    index('rules_by_owner').on(t.ownerId),
  ],
)

/** What a rule says, in each of its versions: the latest holds. */
export const ruleVersions = pgTable(
  'rule_versions',
  {
    id: uuid('id').primaryKey(),
    ruleId: uuid('rule_id').notNull(),
    number: integer('number').notNull(),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    moments('rule_versions_moments_are_real', t),
    unique('rule_versions_are_numbered').on(t.ruleId, t.number),
    foreignKey({ name: 'rule_versions_rule_exists', columns: [t.ruleId], foreignColumns: [rules.id] }),
    check('rule_versions_begin_with_one', sql`${t.number} >= 1`),
  ],
)

/** What was decided about a rule, by whom and why. */
export const ruleReviews = pgTable(
  'rule_reviews',
  {
    id: uuid('id').primaryKey(),
    ruleId: uuid('rule_id').notNull(),
    number: integer('number').notNull(),
    decision: text('decision').$type<'keep' | 'change' | 'abolish'>().notNull(),
    reason: text('reason').notNull(),
    reviewedById: uuid('reviewed_by_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    moments('rule_reviews_moments_are_real', t),
    unique('rule_reviews_are_numbered').on(t.ruleId, t.number),
    foreignKey({ name: 'rule_reviews_rule_exists', columns: [t.ruleId], foreignColumns: [rules.id] }),
    foreignKey({
      name: 'rule_reviews_employee_exists',
      columns: [t.reviewedById],
      foreignColumns: [employees.id],
    }),
    check('rule_reviews_decision_is_known', sql`${t.decision} in ('keep', 'change', 'abolish')`),
  ],
)

/** One of the values that an organisation shares, in its own words. */
export interface SharedValue {
  readonly code: string
  readonly name: string
  readonly meaning: string
}

/** What the organisation stands for: one row, which a migration makes. What was done for a value names its code. */
export const sharedValues = pgTable(
  'shared_values',
  {
    id: smallint('id').primaryKey().default(1),
    values: jsonb('list').$type<readonly SharedValue[]>().notNull().default([]),
    version: version(),
  },
  (t) => [check('shared_values_are_one_list', sql`${t.id} = 1`)],
)
