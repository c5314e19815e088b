import { sql } from 'drizzle-orm'
import { listing } from '../../db/listing.ts'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import { apiKeys } from '../../tables/access.ts'
import type { ApiKey } from './api-key-contract.ts'
import { type Scope, scopes } from './scope-contract.ts'

/** Keys in the order in which they were made; revoked ones are history, which the events tell. */
export const listApiKeys = listing<ApiKey>({
  select: sql`select id, name, scopes, hint, created_at as "createdAt", expires_at as "expiresAt",
    last_used_at as "lastUsedAt", replaces_id as "replacesId" from ${apiKeys}`,
  filters: {},
  order: [{ column: sql`id`, key: 'id', type: 'uuid' }],
  descending: false,
  always: sql`revoked_at is null`,
})

interface UnrevokedKey {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: string
  readonly expiresAt: string | null
}

const lockUnrevoked = statement<{ id: string }, UnrevokedKey>(
  sql`select id, name, scopes, created_at as "createdAt", expires_at as "expiresAt" from ${apiKeys}
    where id = ${sql.placeholder('id')} and revoked_at is null for no key update`,
)

/** Locks a key. Throws `not-found` for one that is revoked: it is nobody's any more. */
export async function lockApiKey({ tx }: Work, id: string): Promise<UnrevokedKey> {
  const key = await tx.lock(lockUnrevoked, { id })
  if (!key) throw NotFound.because('There is no such key.')
  return key
}

const replacing = statement<{ id: string }, { readonly id: string }>(
  sql`select id from ${apiKeys} where replaces_id = ${sql.placeholder('id')}`,
)

/** The id of the key that was made to take over from this one, if one was. Ask it of a key that is locked. */
export const replacementOf = async ({ tx }: Work, id: string): Promise<string | undefined> =>
  (await tx.row(replacing, { id }))?.id

const scopesOfKey = statement<{ id: string }, Pick<UnrevokedKey, 'scopes' | 'expiresAt'>>(
  sql`select scopes, expires_at as "expiresAt" from ${apiKeys}
    where id = ${sql.placeholder('id')} and revoked_at is null`,
)

/** What the caller can give away: an employee anything, a system what its own key allows while it lasts. */
export async function scopesToGive(work: Work): Promise<readonly Scope[]> {
  const { tx, actor } = work
  if (actor.kind === 'employee') return scopes
  const own = await tx.row(scopesOfKey, { id: actor.id })
  const hasEnded = own?.expiresAt != null && own.expiresAt <= toWire(work.now)
  if (!own || hasEnded) return []
  return own.scopes.includes('admin') ? scopes : own.scopes
}
