import { assertExpected, type Work } from '../../db/work.ts'
import { assertEventTypes } from '../../history/assert-event-types.ts'
import { record } from '../../history/record-event.ts'
import { webhooks } from '../../tables/outside/webhooks.ts'
import type { Webhook, WebhookChange } from './contract.ts'
import { headOfFeed, lockWebhook, toWebhook } from './queries.ts'

/**
 * Changes a webhook. One that becomes active again begins with what happens from now on; what happened meanwhile can be
 * replayed. Throws `unprocessable` for types of which there are no events.
 */
export async function changeWebhook(work: Work, id: string, change: WebhookChange): Promise<Webhook> {
  const found = await lockWebhook(work, id)
  assertExpected(work, found.version)
  const types = change.types === null ? ['*'] : change.types
  assertEventTypes(types)
  const begins = change.active === true && !found.active
  const position = begins ? await headOfFeed(work) : undefined
  const set = {
    url: change.url ?? found.url,
    types: types ?? found.types,
    description: change.description === undefined ? found.description : change.description,
    active: change.active ?? found.active,
    format: change.format ?? found.format,
    ...(begins && { disabledAt: null, disabledBecause: null, failingSince: null }),
    version: found.version + 1,
  }

  work.tx.update(
    webhooks,
    { id },
    { ...set, ...(position !== undefined && { position, slowUntil: null, slowSteps: 0 }) },
  )
  record(work, { type: 'webhook.changed', data: { webhookId: id, fields: Object.keys(change) } })
  return toWebhook({ ...found, ...set })
}
