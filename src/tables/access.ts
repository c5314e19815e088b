import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, instant, moments } from './columns.ts'

/** A system's key: shown once, stored as a digest. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    scopes: text('scopes').array().notNull(),
    /** The last four characters, so that people can tell keys apart. */
    hint: text('hint').notNull(),
    digest: bytes('digest').notNull(),
    createdAt: instant('created_at').notNull(),
    createdById: uuid('created_by_id'),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    lastUsedAt: instant('last_used_at'),
    /** The key that this one takes over from, which ends when the overlap does. */
    replacesId: uuid('replaces_id'),
  },
  (t) => [
    moments('api_keys_moments_are_real', t),
    check('api_keys_are_of_their_form', sql`array_position(${t.scopes}, null) is null`),
    foreignKey({ name: 'api_keys_replaced_exists', columns: [t.replacesId], foreignColumns: [t.id] }),
    unique('api_keys_digest_is_unique').on(t.digest),
    unique('api_keys_are_replaced_once').on(t.replacesId),
    check('api_keys_digest_is_sha256', sql`octet_length(${t.digest}) = 32`),
    // A key is found by the beginning of its digest, and the whole is compared in constant time.
    index('api_keys_by_handle').on(sql`substring(digest from 1 for 8)`),
  ],
)

/** The first answer to a request with an `Idempotency-Key`, kept in the transaction of what it did. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The key's id and, where it acts for one, the employee's. */
    caller: text('caller').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of method, path and body. */
    fingerprint: bytes('fingerprint').notNull(),
    status: integer('status').notNull(),
    headers: jsonb('headers').$type<Readonly<Record<string, string>>>().notNull(),
    body: text('body').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    moments('idempotency_keys_moments_are_real', t),
    primaryKey({ name: 'idempotency_keys_are_used_once', columns: [t.caller, t.key] }),
  ],
)

/**
 * How much of its limit each caller has used in this minute, in all instances together. Instances take from it in
 * portions, so that a request seldom waits for it. Lost at a crash, like the minute that it was about: unlogged.
 */
export const rateLimits = pgTable(
  'rate_limits',
  {
    caller: text('caller').primaryKey(),
    /** When the minute began. */
    since: instant('since').notNull(),
    taken: integer('taken').notNull(),
  },
  (t) => [moments('rate_limits_moments_are_real', t)],
)

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
    check('event_tickets_caller_is_known', sql`${t.callerKind} in ('employee', 'system')`),
    check('event_tickets_digest_is_sha256', sql`octet_length(${t.digest}) = 32`),
    index('event_tickets_by_end').on(t.expiresAt),
  ],
)
