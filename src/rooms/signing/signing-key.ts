import { sql } from 'drizzle-orm'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import type { Database } from '../../db/database.ts'
import { pick, type RowOf } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { toWire } from '../../lib/instant.ts'
import { signingKeys } from '../../tables/signing.ts'

/** How long a key signs: what it signed stays valid, and a private part that leaked is worth little after that. */
const lifetime = Temporal.Duration.from({ hours: 24 * 90 })

const key = pick(signingKeys, 'k', 'kid', 'privateKey', 'madeAt')
const held = selecting(key)<object>(
  sql`from ${signingKeys} k where k.private_key is not null order by k.made_at desc, k.kid`,
)
const takeTurn = statement<object, object>(sql`select pg_advisory_xact_lock(1815004)`)

/**
 * The key that signs now. The first one is made when it is needed, and after ninety days another takes over; at once, where what a
 * script wrote is none.
 */
export async function signingKey(db: Database, now: Temporal.Instant): Promise<Usable> {
  return (await usable((await db.rows(held, {}))[0], now)) ?? (await replaceKey(db, now))
}

export const algorithm = 'ES256'

interface Usable {
  readonly kid: string
  readonly key: Awaited<ReturnType<typeof importJWK>>
}

/** What can sign and is young enough to. */
async function usable(
  known: RowOf<typeof key> | undefined,
  now: Temporal.Instant,
): Promise<Usable | undefined> {
  if (!known?.privateKey || !isYoung(known.madeAt, now)) return undefined
  const imported = await importJWK(known.privateKey, algorithm).catch(() => undefined)
  return imported && { kid: known.kid, key: imported }
}

const isYoung = (madeAt: string, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(madeAt).add(lifetime), now) > 0

/** Instances take turns, so one of them makes the key and the others find it. */
async function replaceKey(db: Database, now: Temporal.Instant): Promise<Usable> {
  const made = await makeKey()
  let found: Usable | undefined
  const tx = await db.transaction()
  try {
    await tx.lock(takeTurn, {})
    const known = await tx.rows(held, {})
    found = (await Promise.all(known.map((each) => usable(each, now)))).find((each) => each !== undefined)
    // One signs alone: what is too old does no more, nor what never could.
    for (const { kid } of known) if (kid !== found?.kid) tx.update(signingKeys, { kid }, { privateKey: null })
    if (!found) tx.insert(signingKeys, { ...made, madeAt: toWire(now) })
  } catch (error) {
    await tx.rollback()
    throw error
  }
  await tx.commit()
  return found ?? { kid: made.kid, key: await importJWK(made.privateKey, algorithm) }
}

async function makeKey() {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const exported = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(exported)
  return {
    kid,
    publicKey: { ...exported, kid, use: 'sig', alg: algorithm },
    privateKey: { ...(await exportJWK(privateKey)) },
  }
}
