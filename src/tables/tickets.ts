import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, moments } from './columns.ts'

/** A ticket to the stream of events, for a browser that cannot send who it is: good for a minute, and for once. */
export const eventTickets = pgTable(
  'event_tickets',
  {
    digest: bytes('digest').primaryKey(),
    callerKind: text('caller_kind').$type<'employee' | 'system'>().notNull(),
    callerId: uuid('caller_id').notNull(),
    onBehalfOf: uuid('on_behalf_of'),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    moments('event_tickets_moments_are_real', t),
    check('event_tickets_digest_is_sha256', sql`octet_length(${t.digest}) = 32`),
    index('event_tickets_by_end').on(t.expiresAt),
  ],
)
