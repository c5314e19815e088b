import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { now } from '../../db/moment.ts'
import { selecting } from '../../db/statement.ts'
import { appendEvents } from '../../history/append-events.ts'
import { dueAtOnce, tellDue } from '../../history/tell-due.ts'
import { rules } from '../../tables/rules.ts'

const first = selecting({ at: sql<string>`r.tell_at` })<object>(
  sql`from ${rules} r where r.tell_at is not null order by r.tell_at limit 1`,
)

/** The first moment at which a review is due and of which nobody was told yet, in wire form; it may have passed. */
export const nextReviewDue = async (db: Database): Promise<string | undefined> =>
  (await db.row(first, {}))?.at

const tell = selecting({ told: sql<number>`(select count(*) from marked)::integer` })<{
  now: string
  ids: readonly string[]
}>(
  sql``,
  sql`
  -- A rule that somebody holds is passed over until the next time: they may be reviewing it.
  with claimed as materialized (
    select r.id, r.reviews, r.review_on, r.tell_at from ${rules} r where r.tell_at <= ${now}
    order by r.tell_at limit ${sql.raw(String(dueAtOnce))} for no key update skip locked
  ),
  marked as (
    update ${rules} r set due_told_at = ${now}, version = r.version + 1 from claimed k where r.id = k.id returning k.*
  ),
  placed as (select m.*, row_number() over (order by m.tell_at, m.id) as place from marked m),
  appended as (${appendEvents(sql`
    select (${sql.placeholder('ids')}::uuid[])[p.place] as id, 'rule.review-due' as type, ${now} as at,
      null::uuid as case_id, null::integer as case_sequence, null::uuid as customer_id,
      jsonb_build_object('ruleId', p.id, 'review', p.reviews + 1, 'because', 'date', 'reviewOn', p.review_on) as data
    from placed p order by p.place`)})`,
)

/** Tells of the reviews whose day has come by `now`: `rule.review-due`, each once. Answers with the number of events. */
export const announceReviews = (db: Database, now: Temporal.Instant, signal?: AbortSignal): Promise<number> =>
  tellDue(db, { tell, next: nextReviewDue }, now, signal)
