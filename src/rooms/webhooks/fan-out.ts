import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { now } from '../../db/moment.ts'
import { selecting } from '../../db/statement.ts'
import { cases } from '../../tables/cases.ts'
import { events, feed } from '../../tables/events.ts'
import { webhookDeliveries, webhooks } from '../../tables/outside/webhooks.ts'

/**
 * The webhook `w` is told of the event `e` of the case `c`: it wants the type, and whoever made it may see it. What is said
 * to one webhook alone, when it is tested, is for no other.
 */
export const isFor = sql`(exists (select from unnest(w.types) t where t in ('*', e.type)
    or (t like '%.*' and starts_with(e.type, left(t, -1))))
  and e.type <> 'webhook.tested'
  and (w.made_for_id is null or c.about_employee_id is null or c.about_employee_id <> w.made_for_id
    or c.owner_id = w.made_for_id))`

/** Places of the feed that one webhook goes on by in one turn. */
const stride = 500

const fan = selecting({
  made: sql<number>`(select count(*) from made)::integer`,
  more: sql<boolean>`exists (
  select from behind b where b.position + ${sql.raw(String(stride))} < b.head)`,
})<{ now: string }>(
  sql``,
  sql`
  with head as materialized (select coalesce(max(position), 0) as position from ${feed}),
  -- Which another instance is at is left to it: so the deliveries of one webhook are made by one at a time.
  behind as materialized (
    select w.*, h.position as head from ${webhooks} w cross join head h
    where w.active and w.position < h.position order by w.id for no key update of w skip locked
  ),
  made as (
    insert into ${webhookDeliveries} (id, webhook_id, event_id, position, case_id, case_sequence, state, next_at, created_at)
    select gen_random_uuid(), w.id, e.id, f.position, e.case_id, e.case_sequence, 'pending', ${now}, ${now}
    from behind w
    join ${feed} f on f.position > w.position and f.position <= w.position + ${sql.raw(String(stride))}
    join ${events} e on e.id = f.event_id
    left join ${cases} c on c.id = e.case_id
    where ${isFor}
    on conflict (webhook_id, event_id) do nothing
    returning 1
  ),
  moved as (
    update ${webhooks} w set position = least(b.head, b.position + ${sql.raw(String(stride))})
    from behind b where w.id = b.id returning 1
  )`,
)

/** Makes deliveries of what happened, each once. Answers whether there may be more. */
export async function fanOut(db: Database, at: string): Promise<boolean> {
  const tx = await db.transaction()
  const fanned = tx.row(fan, { now: at })
  fanned.catch(() => {})
  await tx.commit()
  return (await fanned)?.more ?? false
}
