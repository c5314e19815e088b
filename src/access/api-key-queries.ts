import { sql } from 'drizzle-orm'
import { listing } from '../db/listing.ts'
import { statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { NotFound } from '../lib/problems.ts'
import { apiKeys } from '../tables/access.ts'
import type { ApiKey } from './api-key-contract.ts'
import { type Scope, scopes } from './scopes.ts'

/** Keys in the order in which they were made; revoked ones are history, which the events tell. */
export const listApiKeys = listing<ApiKey>({
  select: sql`select id, name, scopes, hint, created_at as "createdAt", expires_at as "expiresAt",
    last_used_at as "lastUsedAt" from ${apiKeys}`,
  filters: {},
  order: [{ column: sql`id`, key: 'id', type: 'uuid' }],
  descending: false,
  always: sql`revoked_at is null`,
})

const lockUnrevoked = statement<{ id: string }, { readonly id: string }>(
  sql`select id from ${apiKeys} where id = ${sql.placeholder('id')} and revoked_at is null for no key update`,
)

/** Locks a key. Throws `not-found` for one that is revoked: it is nobody's any more. */
export async function lockApiKey({ tx }: Work, id: string): Promise<void> {
  if (!(await tx.lock(lockUnrevoked, { id }))) throw NotFound.because('There is no such key.')
}

const scopesOfKey = statement<{ id: string }, { readonly scopes: readonly Scope[] }>(
  sql`select scopes from ${apiKeys} where id = ${sql.placeholder('id')} and revoked_at is null`,
)

/** What the caller can give away: an employee anything, a system what its own key allows. */
export async function scopesToGive({ tx, actor }: Work): Promise<readonly Scope[]> {
  if (actor.kind === 'employee') return scopes
  const own = (await tx.row(scopesOfKey, { id: actor.id }))?.scopes ?? []
  return own.includes('admin') ? scopes : own
}
