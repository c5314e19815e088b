import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'
import type { Transaction } from '../db/transaction.ts'
import { toWire } from '../lib/instant.ts'
import { IdempotencyKeyInUse, IdempotencyKeyReused, ValidationFailed } from '../lib/problems.ts'
import { idempotencyKeys } from '../tables/access.ts'

/** An answer that can be sent now and replayed later, byte for byte. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a request with an `Idempotency-Key` is known by. */
export interface Key {
  readonly caller: string
  readonly key: string
  readonly fingerprint: Buffer
}

interface Stored extends Answer {
  readonly fingerprint: Buffer
  readonly at: string
}

/** The request has been answered before. */
export class Replay extends Error {
  readonly answer: Answer

  constructor(answer: Answer) {
    super('answered before')
    this.answer = answer
  }
}

const dayLong = { hours: 24 }

/** The key of a request, or undefined when it has none. It belongs to its caller alone. */
export function keyOf(request: FastifyRequest): Key | undefined {
  const header = request.headers['idempotency-key']
  if (header === undefined || request.method !== 'POST') return undefined
  if (typeof header !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(header)) {
    throw ValidationFailed.because('Idempotency-Key is 1 to 255 printable ASCII characters.')
  }
  const { id, onBehalfOf } = request.caller
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`)
  if (request.rawBody) hash.update(request.rawBody)
  return {
    caller: onBehalfOf === null ? id : `${id} for ${onBehalfOf}`,
    key: header,
    fingerprint: hash.digest(),
  }
}

const gate = statement<
  { caller: string; key: string },
  { readonly mine: boolean } & (Stored | { readonly status: null })
>(sql`
  select pg_try_advisory_xact_lock(hashtextextended(${sql.placeholder('caller')}::text || ' ' || ${sql.placeholder('key')}::text, 7)) as mine,
    k.fingerprint, k.status, k.headers, k.body, k.at
  from (select 1) one left join ${idempotencyKeys} k
    on k.caller = ${sql.placeholder('caller')} and k.key = ${sql.placeholder('key')}`)

const forget = statement<{ caller: string; key: string }, never>(sql`
  delete from ${idempotencyKeys} where caller = ${sql.placeholder('caller')} and key = ${sql.placeholder('key')}`)

/**
 * Lets the first request with this key through. Throws `Replay` for a later one, and refuses one that comes while
 * the first runs, in this instance or another: the lock is the transaction's and ends with it, also by kill -9.
 */
export async function passGate(tx: Transaction, key: Key, now: Temporal.Instant): Promise<void> {
  const found = await tx.lock(gate, key)
  if (!found?.mine) throw IdempotencyKeyInUse.because('The first request with this key is still running.')
  if (found.status === null) return
  if (found.at > toWire(now.subtract(dayLong))) replay(found, key)
  tx.run(forget, key)
}

/** Keeps the answer in the transaction of what it tells of. */
export function keepAnswer(tx: Transaction, key: Key, answer: Answer, now: Temporal.Instant): void {
  tx.insert(idempotencyKeys, { ...key, ...answer, at: toWire(now) })
}

const keepRefusal = statement<
  {
    caller: string
    key: string
    fingerprint: Buffer
    status: number
    headers: string
    body: string
    at: string
    since: string
  },
  { readonly kept: boolean }
>(sql`
  insert into ${idempotencyKeys} as k (caller, key, fingerprint, status, headers, body, at)
  values (${sql.placeholder('caller')}, ${sql.placeholder('key')}, ${sql.placeholder('fingerprint')}, ${sql.placeholder('status')},
    ${sql.placeholder('headers')}, ${sql.placeholder('body')}, ${sql.placeholder('at')})
  on conflict (caller, key) do update set fingerprint = excluded.fingerprint, status = excluded.status,
    headers = excluded.headers, body = excluded.body, at = excluded.at where k.at <= ${sql.placeholder('since')}
  returning true as kept`)

const storedAnswer = statement<{ caller: string; key: string }, Stored>(sql`
  select fingerprint, status, headers, body from ${idempotencyKeys}
  where caller = ${sql.placeholder('caller')} and key = ${sql.placeholder('key')}`)

/**
 * Keeps a refusal, after the rollback of what was refused, unless a rival with the same key was answered first:
 * then this throws the rival's answer, so that losing a race reads like any replay.
 */
export async function settleRefusal(
  db: Database,
  key: Key,
  answer: Answer,
  now: Temporal.Instant,
): Promise<void> {
  const { headers, ...rest } = answer
  const since = toWire(now.subtract(dayLong))
  const kept = await db.row(keepRefusal, {
    ...key,
    ...rest,
    headers: JSON.stringify(headers),
    at: toWire(now),
    since,
  })
  if (!kept) await replayRival(db, key)
}

/** Throws the answer that a rival with the same key got. */
export async function replayRival(db: Database, key: Key): Promise<never> {
  const stored = await db.row(storedAnswer, { caller: key.caller, key: key.key })
  if (!stored) throw IdempotencyKeyInUse.because('The first request with this key is still running.')
  return replay(stored, key)
}

function replay({ fingerprint, status, headers, body }: Stored, key: Key): never {
  if (!fingerprint.equals(key.fingerprint)) {
    throw IdempotencyKeyReused.because(
      'Another request was sent with this key. Make a new key for each new request.',
    )
  }
  throw new Replay({ status, headers, body })
}
