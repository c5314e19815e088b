import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, instant, moments, xid8 } from './columns.ts'

/**
 * The history (law 15). A case's events are numbered by `case_sequence`; each refers to the one before it, which
 * makes a gap impossible. Where an event stands among all of them says `feed`.
 */
export const events = pgTable(
  'events',
  {
    id: uuid('id').primaryKey(),
    type: text('type').notNull(),
    at: instant('at').notNull(),
    caseId: uuid('case_id'),
    caseSequence: integer('case_sequence'),
    previousSequence: integer('previous_sequence').generatedAlwaysAs(sql`nullif(case_sequence - 1, 0)`),
    customerId: uuid('customer_id'),
    actorKind: text('actor_kind').$type<'employee' | 'system'>().notNull(),
    actorId: uuid('actor_id'),
    onBehalfOf: uuid('on_behalf_of'),
    data: jsonb('data').$type<Readonly<Record<string, unknown>>>().notNull(),
    /** The transaction that wrote it: by that the feed finds what has become visible. Null in what has its place since before. */
    tx: xid8('tx').default(sql`pg_current_xact_id()`),
    /** The trace of the request that made it (W3C Trace Context), for whoever is told of it; no part of what it says. */
    traceParent: text('trace_parent'),
    /** The place in the feed, for instances of the version before, which number by it. Goes with the next release. */
    position: bigint('position', { mode: 'number' }),
    /** The row that the event tells of, which refers to it by `(id, type, case_id)`: no row without its event (law 15). */
    aboutId: uuid('about_id').generatedAlwaysAs(
      sql`(case when type in ('contact.recorded', 'contact.completed', 'case.chased') then data ->> 'contactId' when type in ('note.added', 'case.reopened') then data ->> 'noteId' when type = 'callback.attempted' then data ->> 'attemptId' when type like 'callback.%' then data ->> 'callbackId' when type = 'consultation.rated' then null when type like 'consultation.%' then data ->> 'consultationId' when type = 'case.resolved' then data ->> 'resolutionId' when type in ('case.succeeded', 'succession.requested') then data ->> 'successionId' when type = 'case.customer-corrected' then data ->> 'correctionId' end)::uuid`,
    ),
  },
  (t) => [
    moments('events_moments_are_real', t),
    check(
      'events_of_a_case_are_numbered',
      sql`(${t.caseId} is null) = (${t.caseSequence} is null) and ${t.caseSequence} >= 1`,
    ),
    check('events_actor_is_known', sql`${t.actorKind} in ('employee', 'system')`),
    // Whoever reads the feed, sends it on or erases by it counts on both.
    check('events_data_is_an_object', sql`jsonb_typeof(${t.data}) = 'object'`),
    check(
      'events_trace_is_one',
      sql`${t.traceParent} ~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$'`,
    ),
    check('events_begin_with_the_opening', sql`(${t.caseSequence} = 1) = (${t.type} = 'case.opened')`),
    unique('events_tell_of_it_once').on(t.aboutId, t.type, t.caseId),
    unique('events_sequence_is_taken').on(t.caseId, t.caseSequence),
    index('events_by_customer').on(t.customerId, t.id),
    index('events_of_customers')
      .on(t.customerId, t.at)
      .where(sql`type like 'customer.%' and data ->> 'factId' is null`),
    index('events_by_moment').on(t.at, t.caseId),
    index('events_by_rare_type')
      .on(t.type, t.id)
      .where(
        sql`type <> all ('{case.opened,case.resolved,contact.recorded,callback.made,callback.kept,customer.created}')`,
      ),
    index('events_of_chases').on(t.caseId).where(sql`type = 'case.chased'`),
    index('events_by_transaction').on(t.tx, t.id).where(sql`tx is not null`),
    uniqueIndex('events_position_is_taken').on(t.position).where(sql`position is not null`),
    uniqueIndex('events_tell_of_a_deadline_once')
      .on(sql`(data ->> 'callbackId')`, t.type)
      .where(sql`type in ('callback.due', 'callback.overdue')`),
  ],
)

/**
 * The places of events among all of them: 1, 2, 3, … as they became visible. The database gives the place and both
 * hashes to whatever is inserted, and a place stays.
 */
export const feed = pgTable(
  'feed',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    eventId: uuid('event_id').notNull(),
    /** SHA-256 of what the event says and of this hash of the event before it in its case. */
    hash: bytes('hash').notNull(),
    /** SHA-256 of this chain of the place before, and of `hash`. */
    chain: bytes('chain').notNull(),
  },
  (t) => [
    unique('feed_has_an_event_once').on(t.eventId),
    check('feed_positions_count_from_one', sql`${t.position} >= 1`),
    check('feed_hashes_are_sha256', sql`octet_length(${t.hash}) = 32 and octet_length(${t.chain}) = 32`),
  ],
)

/**
 * How far the feed has come, in one row: all events of transactions before `until` have their place, save for those
 * in `waiting`, which had not ended then, and of `until` itself those up to `after`.
 */
export const feedHead = pgTable(
  'feed_head',
  {
    only: boolean('only').primaryKey().default(true),
    until: xid8('until').notNull(),
    after: uuid('after'),
    waiting: xid8('waiting').array().notNull(),
    /** The transaction that wrote this row; where PostgreSQL says another one, the row was restored from a dump. */
    writer: xid8('writer').notNull(),
  },
  (t) => [check('feed_head_is_one', sql`${t.only}`)],
)
