import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, moments, version } from '../columns.ts'

/** Where events are sent to. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: uuid('id').primaryKey(),
    url: text('url').notNull(),
    types: text('types').array().notNull(),
    description: text('description'),
    active: boolean('active').notNull(),
    format: text('format').$type<'standard' | 'cloudevents'>().notNull(),
    /** As it signs; decision 35 says why it is kept like this. */
    secret: text('secret').notNull(),
    /** The secret before, which signs beside it until then. */
    previousSecret: text('previous_secret'),
    previousUntil: instant('previous_until'),
    /** The employee who made it: what they may not see is not sent. */
    madeForId: uuid('made_for_id'),
    createdAt: instant('created_at').notNull(),
    disabledAt: instant('disabled_at'),
    disabledBecause: text('disabled_because').$type<'gone' | 'failing'>(),
    /** Since when nothing has arrived. */
    failingSince: instant('failing_since'),
    /** Until when nothing at all is sent, because the endpoint asked for less. */
    slowUntil: instant('slow_until'),
    slowSteps: integer('slow_steps').notNull().default(0),
    /** The place in the feed up to which there are deliveries. */
    position: bigint('position', { mode: 'number' }).notNull(),
    version: version(),
  },
  (t) => [
    moments('webhooks_moments_are_real', t),
    check('webhooks_are_of_their_form', sql`array_position(${t.types}, null) is null`),
    check('webhooks_format_is_known', sql`${t.format} in ('standard', 'cloudevents')`),
    check(
      'webhooks_disabled_have_a_reason',
      sql`(${t.disabledAt} is null) = (${t.disabledBecause} is null) and not (${t.active} and ${t.disabledAt} is not null)`,
    ),
    check('webhooks_previous_secret_ends', sql`(${t.previousSecret} is null) = (${t.previousUntil} is null)`),
  ],
)

/** One event for one webhook: once, however often it is tried. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid('id').primaryKey(),
    webhookId: uuid('webhook_id').notNull(),
    eventId: uuid('event_id').notNull(),
    /** The event's place in the feed. */
    position: bigint('position', { mode: 'number' }).notNull(),
    caseId: uuid('case_id'),
    caseSequence: integer('case_sequence'),
    state: text('state').$type<'pending' | 'delivered' | 'parked'>().notNull(),
    /** It was asked for, and is sent whether or not the webhook is active. */
    asked: boolean('asked').notNull().default(false),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at'),
    /** Who sends it has until then; if nothing is heard, another does. */
    claimedUntil: instant('claimed_until'),
    createdAt: instant('created_at').notNull(),
    lastTriedAt: instant('last_tried_at'),
    deliveredAt: instant('delivered_at'),
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
    /** The first 1024 bytes of the answer. */
    lastAnswer: text('last_answer'),
    lastMilliseconds: integer('last_milliseconds'),
  },
  (t) => [
    moments('webhook_deliveries_moments_are_real', t),
    foreignKey({
      name: 'webhook_deliveries_webhook_exists',
      columns: [t.webhookId],
      foreignColumns: [webhooks.id],
    }).onDelete('cascade'),
    unique('webhook_deliveries_tell_of_an_event_once').on(t.webhookId, t.eventId),
    check('webhook_deliveries_state_is_known', sql`${t.state} in ('pending', 'delivered', 'parked')`),
    check(
      'webhook_deliveries_pending_have_a_moment',
      sql`(${t.state} = 'pending') = (${t.nextAt} is not null)`,
    ),
    index('webhook_deliveries_parked').on(t.webhookId, t.createdAt, t.id).where(sql`state = 'parked'`),
    index('webhook_deliveries_by_case').on(t.webhookId, t.caseId),
    index('webhook_deliveries_by_moment').on(t.webhookId, t.createdAt, t.id),
    index('webhook_deliveries_to_send').on(t.webhookId, t.nextAt).where(sql`state = 'pending'`),
    index('webhook_deliveries_oldest').on(t.webhookId, t.createdAt).where(sql`state = 'pending'`),
    index('webhook_deliveries_of_a_case')
      .on(t.webhookId, t.caseId, t.caseSequence)
      .where(sql`state = 'pending'`),
    index('webhook_deliveries_by_end').on(t.deliveredAt).where(sql`state = 'delivered'`),
  ],
)
