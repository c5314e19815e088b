import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { now } from '../../db/moment.ts'
import { selecting } from '../../db/statement.ts'
import { appendEvents } from '../../history/append-events.ts'
import { dueAtOnce, tellDue } from '../../history/tell-due.ts'
import { ideas } from '../../tables/ideas.ts'

const first = selecting({ at: sql<string>`i.tell_at` })<object>(
  sql`from ${ideas} i where i.tell_at is not null order by i.tell_at limit 1`,
)

/** The first moment at which an answer is overdue and of which nobody was told yet, in wire form; it may have passed. */
export const nextLateAnswer = async (db: Database): Promise<string | undefined> =>
  (await db.row(first, {}))?.at

const tell = selecting({ told: sql<number>`(select count(*) from marked)::integer` })<{
  now: string
  ids: readonly string[]
}>(
  sql``,
  sql`
  -- An idea that somebody holds is passed over until the next time: they may be answering it.
  with claimed as materialized (
    select i.id, i.tell_at from ${ideas} i where i.tell_at <= ${now}
    order by i.tell_at limit ${sql.raw(String(dueAtOnce))} for no key update skip locked
  ),
  marked as (
    update ${ideas} i set overdue_told_at = ${now}, version = i.version + 1 from claimed k where i.id = k.id returning k.*
  ),
  placed as (select m.*, row_number() over (order by m.tell_at, m.id) as place from marked m),
  appended as (${appendEvents(sql`
    select (${sql.placeholder('ids')}::uuid[])[p.place] as id, 'idea.overdue' as type, ${now} as at,
      null::uuid as case_id, null::integer as case_sequence, null::uuid as customer_id,
      jsonb_build_object('ideaId', p.id) as data
    from placed p order by p.place`)})`,
)

/** Tells of the answers that are overdue by `now`: `idea.overdue`, each once. Answers with the number of events. */
export const announceLateAnswers = (
  db: Database,
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<number> => tellDue(db, { tell, next: nextLateAnswer }, now, signal)
