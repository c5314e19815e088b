import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Transaction } from '../../db/transaction.ts'
import { beginWork, readsNothing } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { apiKeys } from '../../tables/access.ts'
import { digestOf, newSecret } from './secret.ts'

const oneAtATime = statement<object, object>(sql`select pg_advisory_xact_lock(1815003)`)
const keyId = pick(apiKeys, 'k', 'id')
const anyKey = selecting(keyId)<object>(sql`from ${apiKeys} k limit 1`)
const sameKey = selecting(keyId)<{ digest: Buffer }>(
  sql`from ${apiKeys} k where k.digest = ${sql.placeholder('digest')}`,
)

/**
 * Sees to it that there is a way in: an admin's key. The `given` one is accepted from now on, unless it was revoked
 * earlier. Without one, a database that never had a key gets its first, and the answer is that secret, to be shown
 * once; null otherwise. Instances that start together take turns, so one of them makes the key.
 */
export async function bootstrapKey(db: Database, given: string | null): Promise<string | null> {
  const secret = given ?? newSecret()
  const digest = digestOf(secret)
  const tx = await db.transaction()
  if (await isSeenTo(tx, given === null ? null : digest)) {
    await tx.rollback()
    return null
  }
  const id = newId()
  const name = given === null ? 'first key' : 'bootstrap key'
  const actor = { kind: 'system', id, onBehalfOf: null, employee: null, reads: readsNothing } as const
  const work = beginWork({ tx, actor, precondition: null, clock: Temporal.Now.instant })

  const createdAt = toWire(work.now)
  tx.insert(apiKeys, { id, name, scopes: ['admin'], hint: secret.slice(-4), digest, createdAt })
  record(work, { type: 'api-key.created', data: { keyId: id, name, scopes: ['admin'] } })
  await tx.commit()
  return given === null ? secret : null
}

/** Whether the key is known, or any key when none is given; asked when it is our turn. */
async function isSeenTo(tx: Transaction, digest: Buffer | null): Promise<boolean> {
  try {
    await tx.lock(oneAtATime, {})
    const known = digest ? await tx.row(sameKey, { digest }) : await tx.row(anyKey, {})
    return known !== undefined
  } catch (error) {
    await tx.rollback()
    throw error
  }
}
