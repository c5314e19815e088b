import { sql } from 'drizzle-orm'
import { raiseVersions } from '../../case-file/raise-versions.ts'
import type { Database } from '../../db/database.ts'
import { moment, now } from '../../db/moment.ts'
import { wireMoment } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { underWay } from '../../facts/absent-now.ts'
import { appendEvents } from '../../history/append-events.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { employees, standIns } from '../../tables/people.ts'

/** Callbacks in one statement: a tenth of a second of work, so nobody who wants one of their cases waits long. */
const atOnce = 500
/** Batches in one go: the next turn goes on with what is left. */
const mostBatches = 1000

const first = selecting({ at: sql<string>`b.tell_at` })<object>(
  sql`from ${callbacks} b where b.tell_at is not null order by b.tell_at limit 1`,
)

/** The first moment of a promise that nobody was told of yet, in wire form; it may have passed. */
export const nextDeadline = async (db: Database): Promise<string | undefined> => (await db.row(first, {}))?.at

const marking = sql`
  -- One at a time over all instances, so that the events have the order of their moments. Nobody waits for the turn: who
  -- doesn't get it leaves the work to who has it.
  with turn as materialized (select pg_try_advisory_xact_lock(4920) as mine),
  -- Ids are made before the turn is had. When others have told of something since, those of theirs are younger.
  front as (
    select min(tell_at) = ${moment('next')} as here from ${callbacks} where tell_at is not null
  ),
  -- A case that somebody holds is passed over until the next time: they may be keeping its promise. Whatever changed
  -- since the statement began is looked at anew, by the same conditions, when its rows are locked.
  claimed as materialized (
    select b.id, b.case_id, b.owner_id, b.tell_at, b.remind_at, b.reminded_at, b.window_until, c.team_id,
      c.customer_id, c.about_employee_id
    from ${callbacks} b join ${cases} c on c.id = b.case_id and c.callback_id = b.id
    where (select mine from turn) and (select here from front) and b.tell_at <= ${now}
    order by b.tell_at limit ${sql.raw(String(atOnce))}
    for no key update of c, b skip locked
  ),
  -- Beyond the last moment of a full batch there may be others that come first.
  reach as materialized (
    select case when count(*) < ${sql.raw(String(atOnce))} then ${now} else max(tell_at) end as until from claimed
  ),
  placed as (
    select k.*, m.type, row_number() over (order by m.moment, m.type, k.id) as place
    from claimed k cross join lateral (values ('callback.due', k.remind_at, k.reminded_at is null),
      ('callback.overdue', k.window_until, true)) m(type, moment, untold)
    where m.untold and m.moment <= (select until from reach)
  ),
  told as materialized (
    select id, case_id, owner_id, window_until, team_id, customer_id, about_employee_id, count(*)::integer as events,
      max(place) filter (where type = 'callback.due') as due,
      max(place) filter (where type = 'callback.overdue') as overdue
    from placed group by id, case_id, owner_id, window_until, team_id, customer_id, about_employee_id
  ),
  -- Each part takes its rows from the one before it, so nothing is told of that was not marked.
  marked as (
    update ${callbacks} b set
      reminded_at = case when t.due is null then b.reminded_at else ${now} end,
      overdue_told_at = case when t.overdue is null then b.overdue_told_at else ${now} end
    from told t where b.id = t.id returning t.*
  ),
  grown as (${raiseVersions(sql`select * from marked`)}),
  appended as (${appendEvents(sql`
    select (${sql.placeholder('ids')}::uuid[])[e.place] as id, e.type, ${now} as at, g.case_id, e.case_sequence,
      g.customer_id,
      jsonb_build_object('callbackId', g.id, 'ownerId', g.owner_id, 'standInId', s.stand_in_id, 'teamId', g.team_id,
        'until', ${wireMoment(sql<string>`g.window_until`)})
        || case when e.type = 'callback.overdue' then '{"suggests": "gesture"}'::jsonb else '{}' end as data
    from grown g
    cross join lateral (
      values ('callback.due', g.due, g.version - g.events + 1), ('callback.overdue', g.overdue, g.version)
    ) e(type, place, case_sequence)
    left join (${standIns} s join ${employees} w on w.id = s.stand_in_id) on s.owner_id = g.owner_id
      and ${underWay('s')}
      and w.active_team_id = g.team_id and s.stand_in_id is distinct from g.about_employee_id
    where e.place is not null
    order by e.place`)})`
const tell = selecting({
  told: sql<number>`(select coalesce(sum(events), 0) from told)::integer`,
  again: sql<boolean>`mine and (not coalesce(here, true)
    or (select count(*) from claimed) = ${sql.raw(String(atOnce))})`,
})<{ now: string; next: string; ids: readonly string[] }>(sql`from turn cross join front`, marking)

/**
 * Tells of the promises that fall due: `callback.due` at its moment to remind, `callback.overdue` at the end of its
 * window, each once and in the order of these moments, until nothing is left that fell due by `now` or another instance
 * is at it. Moves nothing (law 5); a promise that has ended is not told of. Answers with the number of events.
 */
export async function announceDeadlines(
  db: Database,
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<number> {
  const at = toWire(now)
  let events = 0
  for (let batch = 0; batch < mostBatches && !signal?.aborted; batch++) {
    const next = await nextDeadline(db)
    if (next === undefined || next > at) break
    const { told, again } = await tellSome(db, at, next)
    events += told
    if (!again) break
  }
  return events
}

async function tellSome(db: Database, now: string, next: string) {
  const ids = Array.from({ length: 2 * atOnce }, newId)
  const tx = await db.transaction()
  // Alone in its transaction, and without BEGIN: a process that stops in the middle leaves no lock behind.
  const telling = tx.row(tell, { now, next, ids })
  await tx.commit()
  return (await telling) ?? { told: 0, again: false }
}
