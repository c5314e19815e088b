import { sql } from 'drizzle-orm'
import { equals, listing } from '../../db/lists/listing.ts'
import { pick, type RowOf, renamed, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../../facts/visibility.ts'
import type { Page, PageQuery } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { events } from '../../tables/events.ts'
import { webhookDeliveries } from '../../tables/outside/webhooks.ts'
import type { Delivery } from './delivery-contract.ts'
import { showWebhook } from './queries.ts'

/** The delivery `b` of an earlier event of the same case, which has to come first. */
export const earlier = sql`${webhookDeliveries} b where b.state = 'pending' and b.webhook_id = d.webhook_id
  and b.case_id = d.case_id and b.case_sequence < d.case_sequence`

const deliveryRow = {
  ...pick(webhookDeliveries, 'd', 'id', 'eventId', 'caseId', 'caseSequence', 'state', 'attempts'),
  ...pick(events, 'e', 'type'),
  ...renamed(webhookDeliveries, 'd', { nextAttemptAt: 'nextAt', lastAttemptAt: 'lastTriedAt' }),
  ...pick(webhookDeliveries, 'd', 'createdAt', 'deliveredAt', 'lastStatus', 'lastError', 'lastAnswer'),
  ...pick(webhookDeliveries, 'd', 'lastMilliseconds'),
  blockedBy: sql<string | null>`(select b.id from ${earlier} and d.state = 'pending'
    order by b.case_sequence limit 1)`,
}
const from = sql`from ${webhookDeliveries} d join ${events} e on e.id = d.event_id
  left join ${cases} c on c.id = d.case_id`
/** Whoever a complaint is about hears nothing of it, though the webhook of a system is told. */
const seen = sql`(d.case_id is null or ${notAboutViewer})`

const list = listing({
  select: select(deliveryRow, from),
  filters: {
    state: equals(sql`d.state`, 'text'),
    eventId: equals(sql`d.event_id`, 'uuid'),
    caseId: equals(sql`d.case_id`, 'uuid'),
  },
  planned: ['state', 'eventId', 'caseId'],
  always: sql`d.webhook_id = ${sql.placeholder('webhookId')}::uuid and ${seen}`,
  order: [
    { column: sql`d.created_at`, key: 'createdAt', type: 'timestamptz' },
    { column: sql`d.id`, key: 'id', type: 'uuid' },
  ],
  descending: true,
})

/** What was sent to a webhook or is to be, the newest first. Throws `not-found`. */
export async function listDeliveries(
  reader: Reader,
  webhookId: string,
  query: PageQuery,
): Promise<Page<Delivery>> {
  await showWebhook(reader, webhookId)
  const { data, nextCursor } = await list(reader, { ...query }, { webhookId, ...viewerOf(reader.actor) })
  return { data: data.map(toDelivery), nextCursor }
}

const lockById = selecting(deliveryRow)<{ id: string; webhookId: string } & Viewer>(
  sql`${from} where d.id = ${sql.placeholder('id')} and d.webhook_id = ${sql.placeholder('webhookId')} and ${seen}
    for no key update of d`,
)

/** Locks a delivery. Throws `not-found`. */
export async function lockDelivery({ tx, actor }: Work, webhookId: string, id: string): Promise<DeliveryRow> {
  const row = await tx.lock(lockById, { id, webhookId, ...viewerOf(actor) })
  if (!row) throw NotFound.because('There is no such delivery.')
  return row
}

type DeliveryRow = RowOf<typeof deliveryRow>

export const toDelivery = (row: DeliveryRow): Delivery => ({ ...row })
