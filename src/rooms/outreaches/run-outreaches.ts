import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { isUnavailable, isWorthRetrying, refusalOf } from '../../db/errors.ts'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { type Actor, beginWork, readsNothing, type Work } from '../../db/work.ts'
import { type Clock, toWire } from '../../lib/instant.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import { type ClaimedCustomer, claim } from './claim-customer.ts'
import { finishOutreaches } from './finish-outreaches.ts'
import { settleCustomer } from './settle-customer.ts'

const running = selecting(pick(outreaches, 'o', 'id'))<object>(
  sql`from ${outreaches} o where o.state = 'running' limit 1`,
)

// Where it did not work it is tried again, and later each time, up to an hour.
const postpone = statement<{ outreachId: string; customerId: string; now: string }, object>(sql`
  update ${outreachCustomers} x set tries = x.tries + 1,
    next_at = ${sql.placeholder('now')}::timestamptz + least(interval '1 second' * 2 ^ least(x.tries, 12), interval '1 hour')
  where x.outreach_id = ${sql.placeholder('outreachId')}::uuid and x.customer_id = ${sql.placeholder('customerId')}::uuid
    and x.state = 'waiting'`)

/**
 * Goes on with what runs until nobody's turn is left: each customer in a transaction of their own, so that who is killed in
 * between leaves nobody half done. Any number of instances may do so at once. Throws what went wrong with one of them after
 * all others had their turn.
 */
export async function runOutreaches(db: Database, clock: Clock, signal?: AbortSignal): Promise<void> {
  if (!(await db.row(running, {}))) return
  const failures: unknown[] = []
  while (!signal?.aborted && (await settleNext(db, clock, failures))) {}
  if (!signal?.aborted) await finishOutreaches(db, clock)
  if (failures.length > 0) throw failures[0]
}

/** Whether it was somebody's turn. */
async function settleNext(db: Database, clock: Clock, failures: unknown[]): Promise<boolean> {
  const tx = await db.transaction()
  let claimed: ClaimedCustomer | undefined
  try {
    claimed = await tx.lock(claim, { now: toWire(clock()) })
    if (claimed) await settleCustomer(workFor(claimed, tx, clock), claimed)
  } catch (error) {
    await tx.rollback()
    return failed(db, clock, claimed, error, failures)
  }
  if (!claimed) {
    await tx.rollback()
    return false
  }
  try {
    await tx.commit()
  } catch (error) {
    return failed(db, clock, claimed, error, failures)
  }
  return true
}

/** In the name of whoever started it. */
function workFor({ startedByKind, startedById }: ClaimedCustomer, tx: Work['tx'], clock: Clock): Work {
  if (startedByKind === null || startedById === null) throw new Error('what runs was started by somebody')
  const actor: Actor = {
    kind: startedByKind,
    id: startedById,
    onBehalfOf: null,
    employee: null,
    reads: readsNothing,
  }
  return beginWork({ tx, actor, precondition: null, clock })
}

/** What the database refuses may go well later: another took the place, or it was paused. Anything else is told of too. */
async function failed(
  db: Database,
  clock: Clock,
  claimed: ClaimedCustomer | undefined,
  error: unknown,
  failures: unknown[],
): Promise<true> {
  if (!claimed || isUnavailable(error)) throw error
  if (!isWorthRetrying(error) && refusalOf(error)?.constraint === undefined) failures.push(error)
  const { outreachId, customerId } = claimed
  const tx = await db.transaction()
  const postponed = tx.row(postpone, { outreachId, customerId, now: toWire(clock()) })
  await tx.commit()
  await postponed
  return true
}
