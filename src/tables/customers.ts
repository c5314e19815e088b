import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { WeeklyHours } from '../lib/hours.ts'
import { instant, moments, searchVector, version } from './columns.ts'
import { teams } from './organisation.ts'

/** One more way to reach a customer, beside the telephone number and the e-mail address. */
export interface ContactPoint {
  readonly channel: string
  readonly address: string
  readonly label?: string | undefined
}

/** A person or organisation with exactly one team; an anonymous one has a question and nothing else. */
export const customers = pgTable(
  'customers',
  {
    id: uuid('id').primaryKey(),
    name: text('name'),
    kind: text('kind').$type<'person' | 'organisation'>().notNull(),
    anonymous: boolean('anonymous').notNull().default(false),
    phone: text('phone'),
    email: text('email'),
    otherContactPoints: jsonb('other_contact_points').$type<ContactPoint[]>().notNull(),
    language: text('language'),
    segment: text('segment'),
    teamId: uuid('team_id').notNull(),
    preferredChannel: text('preferred_channel').$type<'phone' | 'email' | 'chat' | 'letter'>(),
    preferredWindows: jsonb('preferred_windows').$type<WeeklyHours>(),
    /** Of the preferred windows; null: the team's. */
    timeZone: text('time_zone'),
    /** They want nothing from us that they did not ask for. */
    outreachOptOut: boolean('outreach_opt_out').notNull().default(false),
    /** The merge by which another customer stands for them, until it is reversed. */
    mergeId: uuid('merge_id'),
    /** Themselves, while they stand for themselves: cases refer to this, so that none is left with who was merged away. */
    currentId: uuid('current_id').generatedAlwaysAs(sql`case when merge_id is null then id end`),
    /** When what is personal was taken off the record; nothing is known of them since. */
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull(),
    version: version(),
    /** Names, addresses and the names of other systems, as words: kept by triggers. */
    search: searchVector('search').notNull().default(sql`''`),
  },
  (t) => [
    moments('customers_moments_are_real', t),
    check('customers_channel_is_known', sql`${t.preferredChannel} in ('phone', 'email', 'chat', 'letter')`),
    foreignKey({ name: 'customers_team_exists', columns: [t.teamId], foreignColumns: [teams.id] }),
    check('customers_kind_is_known', sql`${t.kind} in ('person', 'organisation')`),
    check(
      'customers_can_be_recognised',
      sql`${t.anonymous} or ${t.erasedAt} is not null or num_nonnulls(${t.name}, ${t.phone}, ${t.email}) > 0 or ${t.otherContactPoints} <> '[]'`,
    ),
    unique('customers_are_current').on(t.currentId),
    index('customers_by_phone').on(t.phone, t.id),
    index('customers_by_contact_point').using('gin', t.otherContactPoints.op('jsonb_path_ops')),
    index('customers_by_email').on(sql`lower(${t.email})`, t.id),
    index('customers_by_team').on(t.teamId, t.id),
    // With the team behind the order: who sees one team alone passes over the others within the index.
    index('customers_by_segment').on(t.segment, t.id, t.teamId),
    index('customers_by_kind').on(t.kind, t.id, t.teamId),
    index('customers_by_moment').on(t.createdAt, t.id),
    index('customers_search').using('gin', t.search),
  ],
)

/** The name that another system has for a customer: one customer per system and number. */
export const customerReferences = pgTable(
  'customer_references',
  {
    system: text('system').notNull(),
    externalId: text('external_id').notNull(),
    customerId: uuid('customer_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'customer_references_are_unique', columns: [t.system, t.externalId] }),
    foreignKey({
      name: 'customer_references_customer_exists',
      columns: [t.customerId],
      foreignColumns: [customers.id],
    }),
    index('customer_references_by_customer').on(t.customerId),
  ],
)

/** Something worth knowing about a customer, so that nobody has to ask twice. */
export const customerFacts = pgTable(
  'customer_facts',
  {
    id: uuid('id').primaryKey(),
    customerId: uuid('customer_id').notNull(),
    text: text('text').notNull(),
    /** The last day on which it matters; null is for good. */
    until: date('until', { mode: 'string' }),
    recordedByKind: text('recorded_by_kind').$type<'employee' | 'system'>().notNull(),
    recordedById: uuid('recorded_by_id').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    moments('customer_facts_moments_are_real', t),
    check('customer_facts_end_on_a_day', sql`${t.until} between '0001-01-01'::date and '9999-12-31'::date`),
    check('customer_facts_by_is_known', sql`${t.recordedByKind} in ('employee', 'system')`),
    foreignKey({
      name: 'customer_facts_customer_exists',
      columns: [t.customerId],
      foreignColumns: [customers.id],
    }),
    index('customer_facts_by_customer').on(t.customerId, t.id),
  ],
)

/**
 * One customer stood in the books twice: another stands for both now. It can be reversed for 30 days, by what it moved.
 */
export const customerMerges = pgTable(
  'customer_merges',
  {
    id: uuid('id').primaryKey(),
    customerId: uuid('customer_id').notNull(),
    intoId: uuid('into_id').notNull(),
    /** What went over beside the cases, and what the other customer got by it: for the way back. */
    moved: jsonb('moved').$type<Moved>().notNull(),
    mergedByKind: text('merged_by_kind').$type<'employee' | 'system'>().notNull(),
    mergedById: uuid('merged_by_id').notNull(),
    mergedAt: instant('merged_at').notNull(),
    reversedAt: instant('reversed_at'),
  },
  (t) => [
    moments('customer_merges_moments_are_real', t),
    check('customer_merges_by_is_known', sql`${t.mergedByKind} in ('employee', 'system')`),
    foreignKey({
      name: 'customer_merges_customer_exists',
      columns: [t.customerId],
      foreignColumns: [customers.id],
    }),
    foreignKey({
      name: 'customer_merges_into_exists',
      columns: [t.intoId],
      foreignColumns: [customers.id],
    }),
    check('customer_merges_are_of_two', sql`${t.customerId} <> ${t.intoId}`),
    check(
      'customer_merges_are_reversed_in_time',
      sql`${t.reversedAt} >= ${t.mergedAt} and ${t.reversedAt} <= ${t.mergedAt} + interval '30 days'`,
    ),
    unique('customer_merges_of_customer').on(t.id, t.customerId),
    uniqueIndex('customer_merges_stand_once').on(t.customerId).where(sql`reversed_at is null`),
    index('customer_merges_by_into').on(t.intoId, t.id),
  ],
)

/** What a merge moved, beside the cases, whose corrections say it themselves. */
export interface Moved {
  readonly references: readonly { readonly system: string; readonly externalId: string }[]
  readonly facts: readonly string[]
  /** The fields that the other customer did not have before, and has by the merge. */
  readonly filled: readonly string[]
  /** The points of contact that the other customer got. */
  readonly contactPoints: readonly ContactPoint[]
}
