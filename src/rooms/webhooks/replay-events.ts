import { sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { events, feed } from '../../tables/events.ts'
import { webhookDeliveries, webhooks } from '../../tables/outside/webhooks.ts'
import type { EventReplay, ReplayRange } from './delivery-contract.ts'
import { isFor } from './fan-out.ts'
import { lockWebhook } from './queries.ts'

/** Events in one replay; a longer range is asked for in parts. */
const most = 10_000

interface Range {
  readonly id: string
  readonly from: string
  readonly until: string
}

const inRange = sql`from ${webhooks} w join ${events} e on e.at >= ${moment('from')} and e.at < ${moment('until')}
  join ${feed} f on f.event_id = e.id left join ${cases} c on c.id = e.case_id
  where w.id = ${sql.placeholder('id')} and ${isFor}`

const count = selecting({ deliveries: sql<number>`count(*)::integer` })<Range>(inRange)

const again = statement<Range & { now: string }, never>(sql`
  insert into ${webhookDeliveries} (id, webhook_id, event_id, position, case_id, case_sequence, state, asked, next_at, created_at)
  select gen_random_uuid(), w.id, e.id, f.position, e.case_id, e.case_sequence, 'pending', true, ${moment('now')}, ${moment('now')}
  ${inRange}
  on conflict (webhook_id, event_id) do update set state = 'pending', asked = true, attempts = 0,
    next_at = excluded.next_at, delivered_at = null`)

/** Sends the events of a range once more, in order per case. Throws `unprocessable` for one that is too long. */
export async function replayEvents(work: Work, id: string, given: ReplayRange): Promise<EventReplay> {
  await lockWebhook(work, id)
  const from = toWire(Temporal.Instant.from(given.from))
  const until = given.until === undefined ? toWire(work.now) : toWire(Temporal.Instant.from(given.until))
  if (until <= from) throw Unprocessable.at('/until', 'must be later than from')
  const deliveries = (await work.tx.row(count, { id, from, until }))?.deliveries ?? 0
  if (deliveries > most)
    throw Unprocessable.at('/until', `has ${deliveries} events before it; ask for ${most} at a time`)

  work.tx.run(again, { id, from, until, now: toWire(work.now) })
  record(work, { type: 'webhook.replayed', data: { webhookId: id, from, until, events: deliveries } })
  return { from, until, deliveries }
}
