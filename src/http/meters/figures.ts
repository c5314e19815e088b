import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { now } from '../../db/moment.ts'
import { selecting } from '../../db/statement.ts'
import type { Clock } from '../../lib/instant.ts'
import { toWire } from '../../lib/instant.ts'
import { nextMoment } from '../../rooms/jobs/next-moment.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { events, feed, feedHead } from '../../tables/events.ts'
import { webhookDeliveries, webhooks } from '../../tables/outside/webhooks.ts'
import type { GaugeDefinition, ReadFigures } from './meters.ts'

/** Events without a place that are counted; there are more only where the feed was not numbered for long. */
const mostCounted = sql.raw('10000')

// The same events as `feed_waits()` looks for (tables/laws/feed.sql), without the branch for what a dump brought.
const unnumbered = sql`(select count(*) from ${feedHead} h cross join lateral (
  (select from ${events} e where e.tx = any (h.waiting) limit ${mostCounted})
  union all
  (select from ${events} e where (e.tx, e.id) > (h.until, coalesce(h.after, '00000000-0000-0000-0000-000000000000'))
    and e.tx >= h.until and e.tx < pg_snapshot_xmax(pg_current_snapshot()) limit ${mostCounted})) w)`

// What waits to be sent, and what no delivery was made of yet, because nobody sends at all.
const oldestPending = sql`(select min(least(
  (select d.created_at from ${webhookDeliveries} d where d.webhook_id = w.id and d.state = 'pending'
    order by d.created_at limit 1),
  (select e.at from ${feed} f join ${events} e on e.id = f.event_id where f.position > w.position
    order by f.position limit 1)))
  from ${webhooks} w where w.active)`

const figures = selecting({
  open: sql<number>`p.open`,
  due: sql<number>`p.due`,
  overdue: sql<number>`p.overdue`,
  unnumbered: sql<number>`${unnumbered}`,
  pendingSeconds: sql<number>`coalesce(greatest(extract(epoch from ${now} - ${oldestPending}), 0), 0)::float8`,
  active: sql<number>`w.active`,
  failing: sql<number>`w.failing`,
  disabled: sql<number>`w.disabled`,
  // With less than that an answer may be lost with the machine that gave it.
  synchronous: sql<number>`(current_setting('synchronous_standby_names') <> ''
    and current_setting('synchronous_commit') in ('on', 'remote_write', 'remote_apply'))::integer`,
})<{ now: string }>(
  sql`from (select count(*) as open,
    count(*) filter (where remind_at <= ${now} and window_until > ${now}) as due,
    count(*) filter (where window_until <= ${now}) as overdue from ${callbacks} where state = 'open') p
  cross join (select count(*) filter (where active) as active,
    count(*) filter (where active and failing_since is not null) as failing,
    count(*) filter (where disabled_at is not null) as disabled from ${webhooks}) w`,
)

/** Milliseconds for which figures are told again without asking, and after which the database counts as away. */
const fresh = 5000
const patience = 2000

/** Reads what the database knows of how it goes: one statement and a look at the next moment, at most every five seconds. */
export function readFigures(db: Database, clock: Clock): ReadFigures {
  let readAt = Number.NEGATIVE_INFINITY
  let last: Promise<readonly GaugeDefinition[] | null> = Promise.resolve(null)
  return () => {
    if (performance.now() - readAt < fresh) return last
    readAt = performance.now()
    last = inTime(read(db, clock())).catch(() => null)
    return last
  }
}

async function read(db: Database, at: Temporal.Instant): Promise<readonly GaugeDefinition[]> {
  const [row, next] = await Promise.all([db.row(figures, { now: toWire(at) }), nextMoment(db, at)])
  if (!row) throw new Error('a statement without a row')
  const jobs = next === undefined ? 0 : (at.epochMilliseconds - Date.parse(next)) / 1000
  const { active, failing, disabled } = row
  return [
    gauge('promises_open', 'Promises to customers that are open.', row.open),
    gauge('promises_due', 'Open promises of which the owner was to be reminded, before their end.', row.due),
    gauge('promises_overdue', 'Open promises whose window has ended.', row.overdue),
    gauge('events_unnumbered', 'Events that have no place in the feed yet; 20000 at most.', row.unnumbered),
    gauge(
      'webhook_oldest_pending_seconds',
      'How long the oldest event has waited that an active webhook has not got.',
      row.pendingSeconds,
    ),
    gauge('webhooks', 'Webhooks by how they are; failing ones are active too.', {
      label: 'state',
      values: { active, failing, disabled },
    }),
    gauge(
      'jobs_oldest_seconds',
      'How long the oldest moment has passed of which to tell.',
      Math.max(jobs, 0),
    ),
    gauge(
      'database_synchronous',
      'Whether PostgreSQL waits for a standby before it answers: 1, or 0.',
      row.synchronous,
    ),
  ]
}

const gauge = (name: string, help: string, value: ReturnType<GaugeDefinition['read']>): GaugeDefinition => ({
  name: `eigenaar_${name}`,
  help,
  read: () => value,
})

async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), patience)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
