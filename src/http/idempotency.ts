import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { refusalOf } from '../db/errors.ts'
import { moment } from '../db/moment.ts'
import { pick, type RowOf } from '../db/selection.ts'
import { selecting, statement } from '../db/statement.ts'
import type { Gate } from '../db/transaction.ts'
import type { Tx } from '../db/tx.ts'
import { toWire } from '../lib/instant.ts'
import { IdempotencyKeyInUse, IdempotencyKeyReused } from '../lib/problems.ts'
import { idempotencyKeys } from '../tables/access.ts'
import type { Key } from './idempotency-key.ts'

/** An answer that can be sent now and replayed later, byte for byte. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The request has been answered before. */
export class Replay extends Error {
  readonly answer: Answer

  constructor(answer: Answer) {
    super('answered before')
    this.answer = answer
  }
}

const sinceWhen = (now: Temporal.Instant): string => toWire(now.subtract({ hours: 24 }))

interface Since {
  readonly caller: string
  readonly key: string
  /** What is older has been forgotten. */
  readonly since: string
}

const caller = sql.placeholder('caller')
const key = sql.placeholder('key')
const ofKey = sql`caller = ${caller} and key = ${key}`
const isFirst = sql`pg_try_advisory_xact_lock(hashtextextended(${caller}::text || ' ' || ${key}::text, 7))
  and not exists (select from ${idempotencyKeys} where ${ofKey} and at > ${moment('since')})`
const condition = statement<Since, never>(isFirst)

// A closed gate fails the transaction, by a division by zero, so that whatever was sent behind the question is refused
// at once: the operation's locks are not waited for in vain.
const question = statement<Since, never>(sql`
  with outlived as (delete from ${idempotencyKeys} where ${ofKey} and at <= ${moment('since')})
  select 1 / (${isFirst})::int`)
const divisionByZero = '22012'

/** The request has been answered before, or is being answered now. */
export class GateClosed extends Error {}

/**
 * Lets the first request with this key into its transaction. A later one fails with `GateClosed`, and so does one that comes while
 * the first runs, in this instance or another: the lock is the transaction's and ends with it, also by kill -9. A hopeful try
 * that locks nothing meets the gate in the one statement that it is: closed, it was in vain.
 */
export const gateOf = ({ caller, key }: Key, now: Temporal.Instant): Gate => {
  const since = { caller, key, since: sinceWhen(now) }
  return {
    condition: { text: condition.text, values: condition.values(since) },
    question: {
      name: question.name,
      text: question.text,
      values: question.values(since),
      explain: (error) => (refusalOf(error)?.code === divisionByZero ? new GateClosed() : error),
    },
  }
}

/** Keeps the answer in the transaction of what it tells of. */
export function keepAnswer(tx: Tx, key: Key, answer: Answer, now: Temporal.Instant): void {
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
  values (${sql.placeholder('caller')}, ${sql.placeholder('key')}, ${sql.placeholder('fingerprint')},
    ${sql.placeholder('status')}, ${sql.placeholder('headers')}, ${sql.placeholder('body')}, ${sql.placeholder('at')})
  on conflict (caller, key) do update set fingerprint = excluded.fingerprint, status = excluded.status,
    headers = excluded.headers, body = excluded.body, at = excluded.at where k.at <= ${sql.placeholder('since')}
  returning true as kept`)

const stored = pick(idempotencyKeys, 'k', 'fingerprint', 'status', 'headers', 'body')
type Stored = RowOf<typeof stored>
const storedAnswer = selecting(stored)<Since>(
  sql`from ${idempotencyKeys} k where ${ofKey} and at > ${moment('since')}`,
)

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
  const kept = await db.row(keepRefusal, {
    ...key,
    ...rest,
    headers: JSON.stringify(headers),
    at: toWire(now),
    since: sinceWhen(now),
  })
  if (kept) return
  await replayRival(db, key, now)
  throw stillRunning()
}

/** Throws the answer that a rival with the same key got; comes back while the rival has none. */
export async function replayRival(db: Database, key: Key, now: Temporal.Instant): Promise<void> {
  const found = await db.row(storedAnswer, { caller: key.caller, key: key.key, since: sinceWhen(now) })
  if (found) replay(found, key)
}

export const stillRunning = () =>
  IdempotencyKeyInUse.because('The first request with this key is still running.')

function replay({ fingerprint, status, headers, body }: Stored, key: Key): never {
  if (!fingerprint.equals(key.fingerprint)) {
    throw IdempotencyKeyReused.because(
      'Another request was sent with this key. Make a new key for each new request.',
    )
  }
  throw new Replay({ status, headers, body })
}
