import { sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { currentCustomer, thoseStoodFor } from '../../facts/current-customer.ts'
import { disturbances } from '../../tables/ahead/disturbances.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import { customers } from '../../tables/customers.ts'
import { topics } from '../../tables/topics.ts'

const claimed = {
  ...renamed(outreaches, 'o', { outreachId: 'id' }),
  ...pick(outreaches, 'o', 'title', 'message', 'from', 'until', 'quietFrom', 'quietUntil', 'worthMore'),
  ...pick(outreaches, 'o', 'currency', 'startedByKind', 'startedById'),
  ...orNull(renamed(topics, 'p', { topic: 'code' })),
  ...pick(outreachCustomers, 'x', 'customerId', 'decision', 'refund', 'waitsFor', 'tries'),
  ...renamed(customers, 'c', { currentId: 'id' }),
  ...pick(customers, 'c', 'outreachOptOut', 'erasedAt'),
  hasAddress: sql<boolean>`(num_nonnulls(c.phone, c.email) > 0 or coalesce(c.preferred_channel in ('chat', 'letter'), false))`,
  /** Another row of the outreach stands for them since they were merged, or they were informed as whom they stand for. */
  isTwice: sql<boolean>`exists (select from ${outreachCustomers} y where y.outreach_id = o.id and y.customer_id <> x.customer_id
    and (y.customer_id = c.id or y.state = 'opened' and y.customer_id = any(${thoseStoodFor(sql`c.id`)})))`,
  /** Until then something else disturbs them, or will. */
  busyUntil: sql<
    string | null
  >`(select to_char(max(d.quiet_until) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    from ${disturbances} d where d.customer_id = any(${thoseStoodFor(sql`c.id`)}) and not d.worth_more and d.quiet_until > ${now})`,
}

/** A customer whose turn it is, and what the outreach says. */
export type ClaimedCustomer = RowOf<typeof claimed>

/** Locks the next customer who waits in what runs, one whom nobody else is at: several instances have one each. */
export const claim = selecting(claimed)<{ now: string }>(sql`
  from ${outreaches} o left join ${topics} p on p.id = o.topic_id
  cross join lateral (select w.* from ${outreachCustomers} w
    where w.outreach_id = o.id and w.state = 'waiting' and w.next_at <= ${now}
    order by w.next_at limit 1 for update skip locked) x
  cross join lateral (select ${currentCustomer(sql`x.customer_id`)} as id offset 0) now
  join ${customers} c on c.id = now.id
  where o.state = 'running' limit 1`)
