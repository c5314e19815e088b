import { sql } from 'drizzle-orm'
import { raiseVersions } from '../../case-file/raise-versions.ts'
import type { Database } from '../../db/database.ts'
import { now } from '../../db/moment.ts'
import { selecting } from '../../db/statement.ts'
import { appendEvents } from '../../history/append-events.ts'
import { inOneTurn, outcomeOfTurn, type TellingInTurns, tellInTurns } from '../../history/tell-in-turns.ts'
import { toWire } from '../../lib/instant.ts'
import { asks } from '../../tables/asks.ts'
import { cases } from '../../tables/cases.ts'
import { gestures } from '../../tables/gestures.ts'

const first = selecting({ at: sql<string>`x.tell_at` })<object>(
  sql`from ${asks} x where x.tell_at is not null order by x.tell_at limit 1`,
)

/** The first moment at which silence grants something and of which nobody was told yet; it may have passed. */
export const nextSilence = async (db: Database): Promise<string | undefined> => (await db.row(first, {}))?.at

const tell: TellingInTurns = selecting(outcomeOfTurn)(
  sql`from turn`,
  sql`
  -- One at a time over all instances; who doesn't get the turn leaves the work to who has it.
  with turn as materialized (select pg_try_advisory_xact_lock(4922) as mine),
  -- A case that somebody holds is passed over until the next time. The ask is granted all the same: its state follows
  -- time, and this only tells of it.
  claimed as materialized (
    select x.id, x.case_id, x.answer_by, c.customer_id
    from ${asks} x join ${cases} c on c.id = x.case_id
    where (select mine from turn) and x.tell_at <= ${now}
    order by x.tell_at limit ${sql.raw(String(inOneTurn))}
    for no key update of c, x skip locked
  ),
  -- Each part takes its rows from the one before it, so nothing is told of that was not written.
  marked as (
    update ${asks} x set state = 'granted', by_silence = true, closed_at = x.answer_by, version = x.version + 1
    from claimed k where x.id = k.id returning k.*
  ),
  grown as (${raiseVersions(sql`select case_id, count(*)::integer as events from marked group by case_id`)}),
  placed as (
    select m.*, g.id as gesture_id,
      w.version - w.events + row_number() over (partition by m.case_id order by m.answer_by, m.id) as case_sequence,
      row_number() over (order by m.answer_by, m.id) as place
    from marked m join grown w on w.case_id = m.case_id join ${gestures} g on g.ask_id = m.id
  ),
  appended as (${appendEvents(sql`
    select (${sql.placeholder('ids')}::uuid[])[p.place] as id, 'ask.granted-by-silence' as type, ${now} as at,
      p.case_id, p.case_sequence, p.customer_id,
      jsonb_build_object('askId', p.id, 'gestureId', p.gesture_id) as data
    from placed p order by p.place`)})`,
)

/**
 * Tells of the asks that silence has granted by `now`: `ask.granted-by-silence`, each once, until nothing is left or
 * another instance is at it. Answers with the number of events.
 */
export async function announceSilence(
  db: Database,
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<number> {
  const next = await nextSilence(db)
  return next === undefined || next > toWire(now) ? 0 : tellInTurns(db, tell, now, signal)
}
