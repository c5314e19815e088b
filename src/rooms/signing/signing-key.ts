import { sql } from 'drizzle-orm'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { toWire } from '../../lib/instant.ts'
import { signingKeys } from '../../tables/signing.ts'

/** How long a key signs: what it signed stays valid, and a private part that leaked is worth little after that. */
const lifetime = Temporal.Duration.from({ hours: 24 * 90 })

const key = pick(signingKeys, 'k', 'kid', 'privateKey', 'madeAt')
const newest = selecting(key)<object>(
  sql`from ${signingKeys} k where k.private_key is not null order by k.made_at desc, k.kid limit 1`,
)
const takeTurn = statement<object, object>(sql`select pg_advisory_xact_lock(1815004)`)

/** The key that signs now. The first one is made when it is needed, and after ninety days another takes over. */
export async function signingKey(
  db: Database,
  now: Temporal.Instant,
): Promise<{ kid: string; key: SigningKey }> {
  const known = await db.row(newest, {})
  const { kid, privateKey } =
    known && isYoung(known.madeAt, now) && known.privateKey
      ? { kid: known.kid, privateKey: known.privateKey }
      : await replaceKey(db, now)
  return { kid, key: await importJWK(privateKey, algorithm) }
}

export const algorithm = 'ES256'

type SigningKey = Awaited<ReturnType<typeof importJWK>>

const isYoung = (madeAt: string, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(madeAt).add(lifetime), now) > 0

/** Instances take turns, so one of them makes the key and the others find it. */
async function replaceKey(db: Database, now: Temporal.Instant): Promise<{ kid: string; privateKey: JWK }> {
  const made = await makeKey()
  const tx = await db.transaction()
  try {
    await tx.lock(takeTurn, {})
    const known = await tx.row(newest, {})
    if (known?.privateKey && isYoung(known.madeAt, now)) {
      await tx.rollback()
      return { kid: known.kid, privateKey: known.privateKey }
    }
    if (known) tx.update(signingKeys, { kid: known.kid }, { privateKey: null })
    tx.insert(signingKeys, { ...made, madeAt: toWire(now) })
  } catch (error) {
    await tx.rollback()
    throw error
  }
  await tx.commit()
  return made
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
