import { sql } from 'drizzle-orm'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { toMoney } from '../../lib/money.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import { spendingAccounts } from '../../tables/budgets.ts'
import { topics } from '../../tables/topics.ts'
import type { Outreach } from './contract.ts'

interface Counts {
  readonly customers: number
  readonly waiting: number
  readonly informed: number
  readonly letSleep: number
  readonly passedOver: number
  readonly refunds: number
}

export const outreachRow = {
  ...pick(
    outreaches,
    'o',
    'id',
    'title',
    'reason',
    'valueToCustomer',
    'message',
    'decision',
    'refund',
    'why',
  ),
  ...pick(outreaches, 'o', 'budget', 'currency', 'from', 'until', 'quietFrom', 'quietUntil', 'worthMore'),
  ...pick(outreaches, 'o', 'state', 'announcedByKind', 'announcedById', 'announcedAt', 'startedByKind'),
  ...pick(outreaches, 'o', 'startedById', 'startedAt', 'endedAt', 'version', 'topicId'),
  ...orNull(renamed(topics, 'p', { topicCode: 'code', topicName: 'name' })),
  counts: sql<Counts>`(select json_build_object('customers', count(*), 'waiting', count(*) filter (where x.state = 'waiting'),
      'informed', count(x.case_id), 'letSleep', count(*) filter (where x.state = 'asleep'),
      'passedOver', count(*) filter (where x.state = 'passed-over'), 'refunds', count(x.gesture_id))
    from ${outreachCustomers} x where x.outreach_id = o.id)`,
  spent: sql<number>`coalesce((select a.spent from ${spendingAccounts} a where a.outreach_id = o.id), 0)`,
}
export type OutreachRow = RowOf<typeof outreachRow>

/** The outreaches `o` with what their rows are put together from, up to where the conditions begin. */
export const fromOutreaches = sql`from ${outreaches} o left join ${topics} p on p.id = o.topic_id`

/** The outreach as it is answered. */
export const toOutreach = (row: OutreachRow): Outreach => ({
  id: row.id,
  title: row.title,
  reason: row.reason,
  valueToCustomer: row.valueToCustomer,
  topic:
    row.topicCode === null || row.topicName === null ? null : { code: row.topicCode, name: row.topicName },
  message: row.message,
  decision: row.decision,
  refund: row.refund === null ? null : toMoney(row.refund, row.currency),
  why: row.why,
  budget: toMoney(row.budget, row.currency),
  from: row.from,
  until: row.until,
  quietHours: { from: row.quietFrom, until: row.quietUntil },
  worthMore: row.worthMore,
  state: row.state,
  progress: { ...row.counts, refunded: toMoney(row.spent, row.currency) },
  announcedBy: { kind: row.announcedByKind, id: row.announcedById },
  announcedAt: row.announcedAt,
  startedBy:
    row.startedByKind === null || row.startedById === null
      ? null
      : { kind: row.startedByKind, id: row.startedById },
  startedAt: row.startedAt,
  endedAt: row.endedAt,
  version: row.version,
})
