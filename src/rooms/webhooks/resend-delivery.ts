import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { webhookDeliveries } from '../../tables/outside/webhooks.ts'
import { lockDelivery, toDelivery } from './deliveries.ts'
import type { Delivery } from './delivery-contract.ts'

/** Sends an event once more, whether it arrived before or not, and begins anew to count the tries. */
export async function resendDelivery(work: Work, webhookId: string, id: string): Promise<Delivery> {
  const found = await lockDelivery(work, webhookId, id)
  const nextAttemptAt = toWire(work.now)

  const set = { state: 'pending' as const, attempts: 0, deliveredAt: null }
  work.tx.update(webhookDeliveries, { id }, { ...set, asked: true, nextAt: nextAttemptAt })
  record(work, { type: 'webhook.resent', data: { webhookId, deliveryId: id, eventId: found.eventId } })
  return toDelivery({ ...found, ...set, nextAttemptAt })
}
