import { hash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { eventTickets } from '../../tables/access.ts'
import { type CallerAgain, callerAgain, type Named } from '../access/caller-again.ts'
import type { KnownCallers } from '../access/known-callers.ts'
import type { EventTicket } from './ticket-contract.ts'

const lifetime = Temporal.Duration.from({ minutes: 1 })

const removeOld = statement<{ now: string }, never>(
  sql`delete from ${eventTickets} where expires_at < ${sql.placeholder('now')}::timestamptz`,
)

/** Makes a ticket for whoever asks. Only its digest is kept. */
export async function makeTicket({ tx, actor, now }: Work): Promise<EventTicket> {
  const ticket = `evt_${randomBytes(32).toString('base64url')}`
  const expiresAt = toWire(now.add(lifetime))
  const { kind, id, onBehalfOf } = actor

  tx.run(removeOld, { now: toWire(now) })
  tx.insert(eventTickets, {
    digest: hash('sha256', ticket, 'buffer'),
    callerKind: kind,
    callerId: id,
    onBehalfOf,
    expiresAt,
  })
  return { ticket, expiresAt }
}

const take = statement<{ digest: Buffer; now: string }, Named>(sql`
  delete from ${eventTickets} where digest = ${sql.placeholder('digest')}
    and expires_at > ${sql.placeholder('now')}::timestamptz
  returning caller_kind as kind, caller_id as id, on_behalf_of as "onBehalfOf"`)

/** Whoever a ticket was made for, as they are now; it is of no use afterwards. */
export async function redeemTicket(
  db: Database,
  callers: KnownCallers,
  ticket: string,
  now: Temporal.Instant,
): Promise<CallerAgain | undefined> {
  const named = await db.row(take, { digest: hash('sha256', ticket, 'buffer'), now: toWire(now) })
  return named && callerAgain(db, callers, named, now)
}
