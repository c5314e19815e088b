import { sql } from 'drizzle-orm'
import { bigint, boolean, check, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { bytes, xid8 } from './columns.ts'

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
