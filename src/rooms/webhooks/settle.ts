import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { moment, now } from '../../db/moment.ts'
import { selecting } from '../../db/statement.ts'
import { appendEvents } from '../../history/append-events.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { events } from '../../tables/events.ts'
import { webhookDeliveries, webhooks } from '../../tables/outside/webhooks.ts'
import type { Claimed } from './claim.ts'
import { longestFailing, mostAttempts, pauseAfter, retryAfter, slowFor } from './pauses.ts'
import type { TryOutcome } from './send.ts'

interface Result {
  readonly id: string
  readonly webhookId: string
  readonly now: string
  readonly state: 'pending' | 'delivered' | 'parked'
  readonly nextAt: string | null
  readonly status: number | null
  readonly error: string | null
  readonly answer: string | null
  readonly milliseconds: number
  readonly slowUntil: string | null
  readonly disabledBecause: 'gone' | 'failing' | null
  readonly eventId: string
}

const isDelivered = sql`${sql.placeholder('state')}::text = 'delivered'`
const because = sql`${sql.placeholder('disabledBecause')}::text`
const slowUntil = moment('slowUntil')

// An answer may quote what was sent: of a customer who was erased nothing comes back in this way.
const isOfTheErased = sql`exists (select from ${events} e left join ${cases} k on k.id = e.case_id
  join ${customers} c on c.id in (e.customer_id, k.customer_id) where e.id = event_id and c.erased_at is not null)`

const settle = selecting({ told: sql<number>`(select count(*) from told)::integer` })<Result>(
  sql``,
  sql`
  with tried as (
    update ${webhookDeliveries} set state = ${sql.placeholder('state')}, attempts = attempts + 1,
      next_at = ${moment('nextAt')}, claimed_until = null, last_tried_at = ${now},
      delivered_at = case when ${isDelivered} then ${now} end, last_status = ${sql.placeholder('status')}::integer,
      last_error = ${sql.placeholder('error')}::text,
      last_answer = case when ${isOfTheErased} then null else ${sql.placeholder('answer')}::text end,
      last_milliseconds = ${sql.placeholder('milliseconds')}::integer
    where id = ${sql.placeholder('id')}::uuid and state = 'pending' returning 1
  ),
  -- Of a webhook to which all goes well nothing has to be written.
  met as (
    update ${webhooks} set failing_since = case when ${isDelivered} then null else coalesce(failing_since, ${now}) end,
      slow_until = case when ${isDelivered} then null else coalesce(${slowUntil}, slow_until) end,
      slow_steps = case when ${isDelivered} then 0 when ${slowUntil} is null then slow_steps else slow_steps + 1 end
    where id = ${sql.placeholder('webhookId')}::uuid and ${because} is null
      and (not ${isDelivered} or failing_since is not null or slow_until is not null or slow_steps > 0) returning 1
  ),
  disabled as (
    update ${webhooks} set active = false, disabled_at = ${now}, disabled_because = ${because}, version = version + 1,
      failing_since = coalesce(failing_since, ${now})
    where id = ${sql.placeholder('webhookId')}::uuid and active and ${because} is not null returning id
  ),
  told as (${appendEvents(sql`
    select ${sql.placeholder('eventId')}::uuid as id, 'webhook.disabled' as type, ${now} as at, null::uuid as case_id,
      null::integer as case_sequence, null::uuid as customer_id,
      jsonb_build_object('webhookId', d.id, 'because', ${because}) as data
    from disabled d`)} returning 1)`,
)

/** Answers that ask for less, of anything. */
const asksForLess = new Set([429, 502, 504])

/** Writes down what became of a try, and what follows from it for the delivery and for its webhook. */
export async function settleTry(
  db: Database,
  { id, webhookId, attempts, slowSteps, failingSince }: Claimed,
  { status, error, answer, retryAfter: asked, milliseconds }: TryOutcome,
  at: Temporal.Instant,
): Promise<void> {
  const made = attempts + 1
  const arrived = error === undefined
  const isGone = status === 410
  const isLast = made >= mostAttempts || isGone
  const wait = retryAfter(asked, at.epochMilliseconds)
  const later = (milliseconds: number) => toWire(at.add({ milliseconds }))
  const slows = status !== null && asksForLess.has(status)
  const hasFailed = failingSince !== null && at.epochMilliseconds - Date.parse(failingSince) > longestFailing

  const tx = await db.transaction()
  const settling = tx.row(settle, {
    ...{
      id,
      webhookId,
      now: toWire(at),
      status,
      error: error ?? null,
      answer,
      milliseconds,
      eventId: newId(),
    },
    state: arrived ? 'delivered' : isLast ? 'parked' : 'pending',
    nextAt: arrived || isLast ? null : later(Math.max(pauseAfter(made), wait)),
    slowUntil: slows ? later(Math.max(slowFor(slowSteps), wait)) : null,
    disabledBecause: arrived ? null : isGone ? 'gone' : hasFailed ? 'failing' : null,
  })
  settling.catch(() => {})
  await tx.commit()
  await settling
}
