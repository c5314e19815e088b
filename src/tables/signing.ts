import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { bytes, instant, moments } from './columns.ts'

/**
 * Keys with which the service signs what outsiders keep (ES256). The newest one signs; the public part of each stays, so
 * that what it signed can be verified for ever.
 */
export const signingKeys = pgTable(
  'signing_keys',
  {
    /** The thumbprint of the public part (RFC 7638). */
    kid: text('kid').primaryKey(),
    publicKey: jsonb('public_key').$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Null once another key has taken over: nobody can sign by it any more. */
    privateKey: jsonb('private_key').$type<Readonly<Record<string, unknown>>>(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    moments('signing_keys_moments_are_real', t),
    // By the newest key everything is signed: one that is none would stop that.
    check(
      'signing_keys_are_of_their_form',
      sql`coalesce(${t.publicKey} @> '{"kty": "EC", "crv": "P-256"}' and ${t.publicKey} ->> 'kid' = ${t.kid}
        and ${t.publicKey} ->> 'x' ~ '^[\\w-]{43}$' and ${t.publicKey} ->> 'y' ~ '^[\\w-]{43}$', false)
        and (${t.privateKey} is null or coalesce(${t.privateKey} @> '{"kty": "EC", "crv": "P-256"}'
        and ${t.privateKey} ->> 'x' = ${t.publicKey} ->> 'x' and ${t.privateKey} ->> 'y' = ${t.publicKey} ->> 'y'
        and ${t.privateKey} ->> 'd' ~ '^[\\w-]{43}$', false))`,
    ),
    check('signing_keys_public_parts_are_public', sql`not ${t.publicKey} ? 'd'`),
  ],
)

/** Signed heads of the chain of history: who keeps one can tell later whether what came before is still the same. */
export const checkpoints = pgTable(
  'checkpoints',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    chain: bytes('chain').notNull(),
    at: instant('at').notNull(),
    kid: text('kid').notNull(),
    /** The same, signed: a compact JWS. */
    statement: text('statement').notNull(),
  },
  (t) => [
    moments('checkpoints_moments_are_real', t),
    foreignKey({ name: 'checkpoints_key_exists', columns: [t.kid], foreignColumns: [signingKeys.kid] }),
    check('checkpoints_chain_is_sha256', sql`octet_length(${t.chain}) = 32`),
  ],
)
