import { CompactSign } from 'jose'
import type { Database } from '../../db/database.ts'
import { algorithm, signingKey } from './signing-key.ts'

/**
 * Says something that an outsider can keep and anybody verify: a compact JWS over its JSON, with the key that signs now.
 * `type` is the media type of what is said, without `application/`; by it no statement passes for one of another kind.
 */
export async function sign(
  db: Database,
  now: Temporal.Instant,
  type: string,
  said: object,
): Promise<{ kid: string; statement: string }> {
  const { kid, key } = await signingKey(db, now)
  const statement = await new CompactSign(new TextEncoder().encode(JSON.stringify(said)))
    .setProtectedHeader({ alg: algorithm, kid, typ: type })
    .sign(key)
  return { kid, statement }
}
