import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { millisecondsOf } from '../../lib/duration.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import { apiKeys } from '../../tables/access.ts'
import type { MadeApiKey, RotateApiKey } from './api-key-contract.ts'
import { lockApiKey, replacementOf, scopesToGive } from './api-key-queries.ts'
import { assertMayGive } from './api-key-rules.ts'
import { AlreadyRotated, ApiKeyExpired } from './problems.ts'
import { digestOf, newSecret } from './secret.ts'

const usualOverlap = 'PT24H'

/**
 * Makes a new key with the name and the scopes of an old one, which goes on working for the overlap and never longer
 * than it would have anyway. An admin rotates any key; a system without `admin` its own, and then for no longer a life
 * than the old one was given. A key is rotated once, so each has one successor at most. Throws `not-found`,
 * `already-rotated`, `api-key-expired`, `forbidden` for scopes that the caller lacks, and `unprocessable` for an end
 * of the new key that cannot be.
 */
export async function rotateApiKey(work: Work, id: string, given: RotateApiKey): Promise<MadeApiKey> {
  const { actor, tx } = work
  // Sent in one go, but one after the other: what follows the lock sees what whoever held the key before has written.
  const [old, replacedBy, mayGive] = await Promise.all([
    lockApiKey(work, id),
    replacementOf(work, id),
    scopesToGive(work),
  ])
  const isOwn = old.id === actor.id
  const isAdmin = actor.employee !== null || mayGive.includes('admin')
  if (!isAdmin && !isOwn) throw NotFound.because('There is no such key.')
  if (replacedBy !== undefined)
    throw AlreadyRotated.because('This key has been rotated before.', { replacedBy })
  const now = work.now.epochMilliseconds
  const oldEnd = old.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(old.expiresAt)
  if (oldEnd <= now) throw ApiKeyExpired.because('This key has ended.')
  if (!isOwn) assertMayGive(mayGive, old.scopes)
  const usualEnd = now + oldEnd - Date.parse(old.createdAt)
  const newEnd = endOf(given.expiresAt, usualEnd)
  if (newEnd <= now) throw Unprocessable.at('/expiresAt', 'must lie in the future')
  if (!isAdmin && newEnd > usualEnd) {
    throw Unprocessable.at('/expiresAt', `must not be later than ${wire(usualEnd)}, unless an admin says so`)
  }
  const endsAt = wire(Math.min(oldEnd, now + millisecondsOf(given.overlap ?? usualOverlap)))
  const secret = newSecret()
  const key = {
    id: newId(),
    name: old.name,
    scopes: [...old.scopes],
    hint: secret.slice(-4),
    createdAt: toWire(work.now),
    expiresAt: wire(newEnd),
    lastUsedAt: null,
    replacesId: old.id,
  }

  tx.insert(apiKeys, { ...key, digest: digestOf(secret), createdById: actor.onBehalfOf ?? actor.id })
  tx.update(apiKeys, { id: old.id }, { expiresAt: endsAt })
  const { name, scopes } = key
  record(work, { type: 'api-key.rotated', data: { keyId: old.id, replacedBy: key.id, name, scopes, endsAt } })
  return { ...key, key: secret }
}

/** In milliseconds since 1970, infinity for a key without an end. */
function endOf(given: RotateApiKey['expiresAt'], usual: number): number {
  if (given === undefined) return usual
  return given === null ? Number.POSITIVE_INFINITY : Temporal.Instant.from(given).epochMilliseconds
}

const wire = (end: number): string | null => (Number.isFinite(end) ? new Date(end).toISOString() : null)
