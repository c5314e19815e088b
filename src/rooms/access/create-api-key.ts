import type { z } from 'zod'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { apiKeys } from '../../tables/access.ts'
import type { MadeApiKey, NewApiKey } from './api-key-contract.ts'
import { scopesToGive } from './api-key-queries.ts'
import { assertMayGive } from './api-key-rules.ts'
import { digestOf, newSecret } from './secret.ts'

/**
 * Makes a key for a system. A system that acts for an admin is still that system: it gives no scope that its own
 * key lacks, and throws `forbidden` otherwise. Throws `unprocessable` for a key that would have ended already.
 */
export async function createApiKey(work: Work, given: z.output<typeof NewApiKey>): Promise<MadeApiKey> {
  assertMayGive(await scopesToGive(work), given.scopes)
  const expiresAt = given.expiresAt ? Temporal.Instant.from(given.expiresAt) : null
  if (expiresAt && Temporal.Instant.compare(expiresAt, work.now) <= 0) {
    throw Unprocessable.at('/expiresAt', 'must lie in the future')
  }
  const secret = newSecret()
  const key = {
    id: newId(),
    name: given.name,
    scopes: given.scopes,
    hint: secret.slice(-4),
    createdAt: toWire(work.now),
    expiresAt: expiresAt && toWire(expiresAt),
    lastUsedAt: null,
    replacesId: null,
  }

  const { id: maker, onBehalfOf } = work.actor
  work.tx.insert(apiKeys, { ...key, digest: digestOf(secret), createdById: onBehalfOf ?? maker })
  record(work, { type: 'api-key.created', data: { keyId: key.id, name: key.name, scopes: key.scopes } })
  return { ...key, key: secret }
}
