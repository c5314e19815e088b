import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { now } from '../../db/moment.ts'
import { wireMoment } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { tellInTurns } from '../../history/tell-in-turns.ts'
import { toWire } from '../../lib/instant.ts'
import { consultations } from '../../tables/consultations.ts'
import { claiming } from './claim-and-tell.ts'

const first = selecting({ at: sql<string>`x.tell_at` })<object>(
  sql`from ${consultations} x where x.tell_at is not null order by x.tell_at limit 1`,
)

/** The first moment by which an answer was needed and of which nobody was told yet, in wire form; it may have passed. */
export const nextNeed = async (db: Database): Promise<string | undefined> => (await db.row(first, {}))?.at

const late = claiming({
  where: sql`x.tell_at <= ${now}`,
  order: sql`x.tell_at`,
  set: sql`overdue_told_at = ${now}`,
  type: 'consultation.overdue',
  data: sql`jsonb_build_object('consultationId', p.id, 'consultedId', p.consulted_id, 'askedById', p.asked_by_id,
    'ownerId', p.owner_id, 'teamId', p.team_id, 'needBy', ${wireMoment(sql<string>`p.need_by`)})`,
})

/**
 * Tells of the answers that were needed by `now` and have not come: `consultation.overdue`, each once, until nothing is
 * left or another instance is at it. Moves nothing (law 10). Answers with the number of events.
 */
export async function announceOverdue(
  db: Database,
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<number> {
  const next = await nextNeed(db)
  return next === undefined || next > toWire(now) ? 0 : tellInTurns(db, late, now, signal)
}
