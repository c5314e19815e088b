import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { pick } from '../db/selection.ts'
import { selecting, statement } from '../db/statement.ts'
import type { LinkKind, LinkMaker } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { linkKeys } from '../tables/surveys.ts'

/** How long a key makes addresses, and how much longer it opens those that it made. */
const lifetime = { hours: 24 * 90 }
const keptFor = { hours: 24 * 180 }

const recent = selecting(pick(linkKeys, 'k', 'id', 'secret', 'madeAt'))<{ since: string }>(
  sql`from ${linkKeys} k where k.made_at > ${sql.placeholder('since')}::timestamptz order by k.made_at desc, k.id`,
)
const makeFirst = statement<{ id: string; secret: Buffer; at: string; since: string }, never>(sql`
  with turn as materialized (select pg_advisory_xact_lock(1815005))
  insert into ${linkKeys} (id, secret, made_at)
  select ${sql.placeholder('id')}, ${sql.placeholder('secret')}, ${sql.placeholder('at')}::timestamptz from turn
  where not exists (select from ${linkKeys} where made_at > ${sql.placeholder('since')}::timestamptz)`)

/**
 * Addresses of customers' pages: derived from what they are about by a key, and never stored. A token holds the id and 128 bits of
 * an HMAC over it, so none can be guessed and no table says which there are.
 */
export class LinkTokens {
  readonly #db: Database
  readonly #given: Buffer | null
  #keys: { readonly until: number; readonly secrets: readonly Buffer[] } | undefined

  /** `secret` is `LINK_SECRET`; null: the keys are made here and kept in the database. */
  constructor(db: Database, secret: string | null) {
    this.#db = db
    this.#given = secret === null ? null : createHash('sha256').update(secret).digest()
  }

  /** What makes tokens now. */
  async current(now: Temporal.Instant): Promise<LinkMaker> {
    const [secret] = await this.#secrets(now)
    if (!secret) throw new Error('there is a key')
    return {
      tokenOf(kind, id) {
        const bytes = bytesOf(id)
        return Buffer.concat([bytes, macOf(secret, kind, bytes)]).toString('base64url')
      },
    }
  }

  /** What a page is about, by its token; undefined for one that nobody made. */
  async idIn(kind: LinkKind, token: string, now: Temporal.Instant): Promise<string | undefined> {
    if (!/^[\w-]{43}$/.test(token)) return undefined
    const given = Buffer.from(token, 'base64url')
    const [bytes, mac] = [given.subarray(0, 16), given.subarray(16)]
    const secrets = await this.#secrets(now)
    // Each key is tried, so that the time it takes says nothing.
    const fits = secrets.map((secret) => timingSafeEqual(macOf(secret, kind, bytes), mac))
    return fits.includes(true) ? idOf(bytes) : undefined
  }

  async #secrets(now: Temporal.Instant): Promise<readonly Buffer[]> {
    if (this.#given) return [this.#given]
    const at = now.epochMilliseconds
    if (this.#keys && at < this.#keys.until) return this.#keys.secrets
    const since = toWire(now.subtract(keptFor))
    const young = toWire(now.subtract(lifetime))
    let found = await this.#db.rows(recent, { since })
    if (!found[0] || found[0].madeAt <= young) {
      const made = { id: newId(), secret: randomBytes(32), at: toWire(now), since: young }
      const tx = await this.#db.transaction()
      tx.run(makeFirst, made)
      await tx.commit()
      found = await this.#db.rows(recent, { since })
    }
    const secrets = found.map(({ secret }) => secret)
    this.#keys = { until: at + 60_000, secrets }
    return secrets
  }
}

/** What a token is known by where only its holder is to be known: a digest of a digest, and the digest that opens it. */
export function lockOf(token: string): { readonly shown: Buffer; readonly lock: Buffer } {
  const shown = createHash('sha256').update(token).digest()
  return { shown, lock: createHash('sha256').update(shown).digest() }
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const macOf = (secret: Buffer, kind: LinkKind, id: Buffer): Buffer =>
  createHmac('sha256', secret).update(`${kind}\n`).update(id).digest().subarray(0, 16)
