import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { webhookDeliveries } from '../../tables/outside/webhooks.ts'
import type { Delivery } from './delivery-contract.ts'
import { lockWebhook } from './queries.ts'

const nothingYet = {
  lastAttemptAt: null,
  deliveredAt: null,
  lastStatus: null,
  lastError: null,
  lastAnswer: null,
  lastMilliseconds: null,
}

/** Sends an event made for it, `webhook.tested`, whatever types the webhook wants and whether or not it is active. */
export async function askForTest(work: Work, webhookId: string): Promise<Delivery> {
  await lockWebhook(work, webhookId)
  const createdAt = toWire(work.now)
  const id = newId()
  const eventId = record(work, { type: 'webhook.tested', data: { webhookId } })

  work.tx.insert(webhookDeliveries, {
    ...{ id, webhookId, eventId, position: 0, state: 'pending', asked: true },
    ...{ nextAt: createdAt, createdAt },
  })
  return {
    ...{
      id,
      eventId,
      type: 'webhook.tested',
      caseId: null,
      caseSequence: null,
      state: 'pending',
      attempts: 0,
    },
    ...{ nextAttemptAt: createdAt, blockedBy: null, createdAt },
    ...nothingYet,
  }
}
