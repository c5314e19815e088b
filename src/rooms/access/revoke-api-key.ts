import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { apiKeys } from '../../tables/access.ts'
import { lockApiKey } from './api-key-queries.ts'

/** Revokes a key, for good: its next request is refused. Throws `not-found` when it is revoked already. */
export async function revokeApiKey(work: Work, id: string): Promise<void> {
  await lockApiKey(work, id)

  work.tx.update(apiKeys, { id }, { revokedAt: toWire(work.now) })
  record(work, { type: 'api-key.revoked', data: { keyId: id } })
}
