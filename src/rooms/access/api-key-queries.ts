import { sql } from 'drizzle-orm'
import { listing } from '../../db/lists/listing.ts'
import { pick, type RowOf, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import { apiKeys } from '../../tables/access.ts'
import { type Scope, scopes } from './scope-contract.ts'

const scopesOf = { scopes: sql<Scope[]>`k.scopes` }
const apiKeyRow = {
  ...pick(apiKeys, 'k', 'id', 'name'),
  ...scopesOf,
  ...pick(apiKeys, 'k', 'hint', 'createdAt', 'expiresAt', 'lastUsedAt', 'replacesId'),
}

/** Keys in the order in which they were made; revoked ones are history, which the events tell. */
export const listApiKeys = listing({
  select: select(apiKeyRow, sql`from ${apiKeys} k`),
  filters: {},
  order: [{ column: sql`k.id`, key: 'id', type: 'uuid' }],
  descending: false,
  always: sql`k.revoked_at is null`,
})

const unrevoked = { ...pick(apiKeys, 'k', 'id', 'name', 'createdAt', 'expiresAt'), ...scopesOf }

const withId = sql`from ${apiKeys} k where k.id = ${sql.placeholder('id')} and k.revoked_at is null`
const lockUnrevoked = selecting(unrevoked)<{ id: string }>(sql`${withId} for no key update`)

/** Locks a key. Throws `not-found` for one that is revoked: it is nobody's any more. */
export async function lockApiKey({ tx }: Work, id: string): Promise<RowOf<typeof unrevoked>> {
  const key = await tx.lock(lockUnrevoked, { id })
  if (!key) throw NotFound.because('There is no such key.')
  return key
}

const replacing = selecting(pick(apiKeys, 'k', 'id'))<{ id: string }>(
  sql`from ${apiKeys} k where k.replaces_id = ${sql.placeholder('id')}`,
)

/** The id of the key that was made to take over from this one, if one was. Ask it of a key that is locked. */
export const replacementOf = async ({ tx }: Work, id: string): Promise<string | undefined> =>
  (await tx.row(replacing, { id }))?.id

const scopesOfKey = selecting({ ...scopesOf, ...pick(apiKeys, 'k', 'expiresAt') })<{ id: string }>(withId)

/** What the caller can give away: an employee anything, a system what its own key allows while it lasts. */
export async function scopesToGive(work: Work): Promise<readonly Scope[]> {
  const { tx, actor } = work
  if (actor.kind === 'employee') return scopes
  const own = await tx.row(scopesOfKey, { id: actor.id })
  const hasEnded = own?.expiresAt != null && own.expiresAt <= toWire(work.now)
  if (!own || hasEnded) return []
  return own.scopes.includes('admin') ? scopes : own.scopes
}
