import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { pick, type RowOf } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { type Actor, beginWork, readsNothing, type Work } from '../../db/work.ts'
import { type Clock, toWire } from '../../lib/instant.ts'
import { Problem } from '../../lib/problem.ts'
import { calls } from '../../tables/calls.ts'
import { makeContact } from './call-contact.ts'
import { lockCall } from './lock-call.ts'

/** Longer than any telephone rings: the end of such a call will not be told. */
const longestRing = { minutes: 10 }
/** As far back as a contact may lie. */
const mostBehind = { hours: 7 * 24 }

const ringing = pick(calls, 'l', 'id', 'callId', 'at', 'toldById')
type Ringing = RowOf<typeof ringing>

const rings = sql`not l.answered and not l.ended and not l.given_up and l.told_by_id is not null`
const due = selecting(ringing)<{ until: string; at: string; id: string }>(sql`from ${calls} l
  where ${rings} and l.at <= ${sql.placeholder('until')}::timestamptz
    and (l.at, l.id) > (${sql.placeholder('at')}::timestamptz, ${sql.placeholder('id')}::uuid)
  order by l.at, l.id limit 100`)
const next = selecting(pick(calls, 'l', 'at'))<{ after: string }>(sql`from ${calls} l
  where ${rings} and l.at > ${sql.placeholder('after')}::timestamptz order by l.at limit 1`)

/** The first moment at which a call that rings now has rung for too long, in wire form. */
export async function nextGivenUp(db: Database, now: Temporal.Instant): Promise<string | undefined> {
  const first = await db.row(next, { after: toWire(now.subtract(longestRing)) })
  return first && toWire(Temporal.Instant.from(first.at).add(longestRing))
}

/**
 * Takes the calls that have rung for ten minutes for missed, each once, whatever number of instances does so: an end that
 * is never told loses no call. One that cannot be missed yet, because nobody works here, waits. Answers with their number.
 */
export async function giveUpCalls(db: Database, clock: Clock, signal?: AbortSignal): Promise<number> {
  const until = toWire(clock().subtract(longestRing))
  let given = 0
  const failures: unknown[] = []
  let last = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
  for (let batch = 0; batch < 1000 && !signal?.aborted; batch++) {
    const found = await db.rows(due, { until, ...last })
    for (const call of found) {
      // One that fails keeps no other from its turn.
      const done = await giveUpOne(db, clock, call).catch((error: unknown) => {
        failures.push(error)
        return false
      })
      if (done) given++
    }
    const { at, id } = found.at(-1) ?? {}
    if (at === undefined || id === undefined) break
    last = { at, id }
  }
  if (failures.length > 0) throw failures[0]
  return given
}

async function giveUpOne(db: Database, clock: Clock, { callId, toldById }: Ringing): Promise<boolean> {
  if (toldById === null) return false
  const actor: Actor = { kind: 'system', id: toldById, onBehalfOf: null, employee: null, reads: readsNothing }
  const tx = await db.transaction()
  try {
    const done = await giveUp(beginWork({ tx, actor, precondition: null, clock }), callId)
    await tx.commit()
    return done
  } catch (error) {
    await tx.rollback()
    if (error instanceof Problem) return false
    throw error
  }
}

/** Takes a call for missed, unless its end or its answer has been told of meanwhile. */
async function giveUp(work: Work, callId: string): Promise<boolean> {
  const { call, timeZone } = await lockCall(work, callId)
  if (!call || call.answered || call.ended || call.givenUp) return false
  const number = call.direction === 'inbound' ? call.fromNumber : call.toNumber
  const earliest = toWire(work.now.subtract(mostBehind))
  const at = call.at < earliest ? earliest : call.at
  const missed = { ...call, givenUp: true }
  const made =
    number === null ? call : await makeContact(work, { call: missed, number, at, timeZone, busy: false })

  const { customerId, caseId, contactId } = made
  work.tx.update(
    calls,
    { id: call.id },
    { givenUp: true, customerId, caseId, contactId, version: call.version + 1 },
  )
  return true
}
