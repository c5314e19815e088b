import type { Work } from '../../db/work.ts'
import { assertEventTypes } from '../../history/assert-event-types.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { webhooks } from '../../tables/outside/webhooks.ts'
import type { MadeWebhook, NewWebhook } from './contract.ts'
import { headOfFeed } from './queries.ts'
import { newSecret } from './secret.ts'

/** Makes a webhook for what happens from now on. Whoever made it is told, through it, of nothing that they may not see. */
export async function createWebhook(work: Work, given: NewWebhook): Promise<MadeWebhook> {
  assertEventTypes(given.types)
  const position = await headOfFeed(work)
  const secret = newSecret()
  const webhook = {
    id: newId(),
    url: given.url,
    types: given.types ?? ['*'],
    description: given.description ?? null,
    active: given.active ?? true,
    format: given.format ?? ('standard' as const),
    createdAt: toWire(work.now),
    disabledAt: null,
    disabledBecause: null,
    failingSince: null,
    version: 1,
  }

  const madeForId = work.actor.employee?.id ?? null
  work.tx.insert(webhooks, { ...webhook, secret, madeForId, position })
  record(work, { type: 'webhook.created', data: { webhookId: webhook.id, types: webhook.types } })
  return { ...webhook, previousSecretUntil: null, secret }
}
