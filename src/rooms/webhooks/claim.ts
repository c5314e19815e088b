import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { moment, now } from '../../db/moment.ts'
import { asJson, pick, type RowOf } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { events } from '../../tables/events.ts'
import { webhookDeliveries, webhooks } from '../../tables/outside/webhooks.ts'
import { earlier } from './deliveries.ts'

/** Tries that one instance makes at one webhook at the same time: one that hangs keeps nobody else waiting. */
const atOnce = 8

const eventColumns = {
  ...pick(events, 'e', 'id', 'type', 'at', 'caseId', 'caseSequence', 'customerId'),
  ...pick(events, 'e', 'actorKind', 'actorId', 'onBehalfOf', 'data', 'traceParent'),
}
const claimed = {
  ...pick(webhookDeliveries, 'd', 'id', 'webhookId', 'attempts'),
  ...pick(webhooks, 'w', 'url', 'format', 'secret', 'slowSteps', 'failingSince'),
  previousSecret: sql<string | null>`case when w.previous_until > ${now} then w.previous_secret end`,
  event: asJson(eventColumns),
}

/** A delivery that is ours to try, with all that it takes. */
export type Claimed = RowOf<typeof claimed>

const claim = selecting(claimed)<{ now: string; until: string; busy: string }>(
  sql`from taken d join ${webhooks} w on w.id = d.webhook_id join ${events} e on e.id = d.event_id
    order by d.position, d.case_sequence`,
  sql`
  with free as materialized (
    select w.id, w.active, ${sql.raw(String(atOnce))} - coalesce((${sql.placeholder('busy')}::jsonb ->> w.id::text)::integer, 0) as places
    from ${webhooks} w where coalesce(w.slow_until <= ${now}, true)
  ),
  due as materialized (
    select x.id from free w cross join lateral (
      select d.id from ${webhookDeliveries} d
      where d.webhook_id = w.id and d.state = 'pending' and d.next_at <= ${now}
        and coalesce(d.claimed_until <= ${now}, true) and (w.active or d.asked) and not exists (select from ${earlier})
      order by d.next_at, d.position limit greatest(w.places, 0) for no key update of d skip locked
    ) x
  ),
  taken as (
    update ${webhookDeliveries} d set claimed_until = ${moment('until')} from due where d.id = due.id returning d.*
  )`,
)

/** Seconds for which a delivery is ours; longer than any try takes. */
const lease = 30

/** Takes deliveries whose time has come, as many as each webhook has room for, besides those in `busy`. */
export async function claimDeliveries(
  db: Database,
  at: Temporal.Instant,
  busy: ReadonlyMap<string, number>,
): Promise<readonly Claimed[]> {
  const tx = await db.transaction()
  const rows = tx.rows(claim, {
    now: at.toString({ fractionalSecondDigits: 3 }),
    until: at.add({ seconds: lease }).toString({ fractionalSecondDigits: 3 }),
    busy: JSON.stringify(Object.fromEntries(busy)),
  })
  rows.catch(() => {})
  await tx.commit()
  return rows
}
