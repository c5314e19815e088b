import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { moment } from '../../db/moment.ts'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { toWire } from '../../lib/instant.ts'
import { pulseGivers, pulseRounds } from '../../tables/ahead/pulse.ts'
import { writeWeek } from './write-week.ts'

/** For how long after its end a week waits for what instances still hold. */
const grace = { minutes: 10 }

const due = selecting(pick(pulseRounds, 'r', 'week'))<{ ended: string }>(
  sql`from ${pulseRounds} r where r.closed_at is null and r.ends_at <= ${moment('ended')} order by r.ends_at`,
)
const first = selecting(pick(pulseRounds, 'r', 'endsAt'))<object>(
  sql`from ${pulseRounds} r where r.closed_at is null order by r.ends_at limit 1`,
)
const forget = statement<object, never>(sql`
  delete from ${pulseGivers} g using ${pulseRounds} r where r.week = g.week and r.closed_at is not null`)

/** When the next week is to be closed, in wire form; it may have passed. */
export async function nextClosing(db: Database): Promise<string | undefined> {
  const round = await db.row(first, {})
  return round && toWire(Temporal.Instant.from(round.endsAt).add(grace))
}

/**
 * Closes the weeks that have ended: each is written anew in random order, and stays so. Who has answered is forgotten after it, in a
 * transaction of its own.
 */
export async function closeRounds(
  db: Database,
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<number> {
  const ended = await db.rows(due, { ended: toWire(now.subtract(grace)) })
  for (const { week } of ended) {
    if (signal?.aborted) return 0
    await writeWeek(db, week, [], toWire(now))
  }
  if (ended.length === 0) return 0
  const tx = await db.transaction()
  tx.run(forget, {})
  await tx.commit()
  return ended.length
}
