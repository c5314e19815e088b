import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { now } from '../../db/moment.ts'
import { statement } from '../../db/statement.ts'
import { tellInTurns } from '../../history/tell-in-turns.ts'
import { consultations } from '../../tables/consultations.ts'
import { employees } from '../../tables/people.ts'
import { claiming } from './claim-and-tell.ts'

const hasLeft = sql`x.state = 'open' and exists (
  select from ${employees} e where e.id = x.consulted_id and e.departed_at is not null)`

const any = statement<object, object>(sql`select from ${consultations} x where ${hasLeft} limit 1`)

const unanswerable = claiming({
  where: hasLeft,
  order: sql`x.id`,
  // The clock of whoever asked may be ahead of ours.
  set: sql`state = 'withdrawn', closed_at = greatest(${now}, x.asked_at), version = x.version + 1`,
  type: 'consultation.withdrawn',
  data: sql`jsonb_build_object('consultationId', p.id, 'consultedId', p.consulted_id, 'because', 'colleague-left')`,
})

/**
 * Withdraws what is asked of who has left: there will be no answer, and the owner hears of it while there is time to ask
 * somebody else. A departure itself waits for none of these cases. Answers with the number of events.
 */
export async function withdrawOfLeavers(
  db: Database,
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<number> {
  return (await db.row(any, {})) === undefined ? 0 : tellInTurns(db, unanswerable, now, signal)
}
