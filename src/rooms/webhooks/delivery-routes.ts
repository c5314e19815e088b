import type { Database } from '../../db/database.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import { numberEvents } from '../events/feed.ts'
import { askForTest } from './ask-for-test.ts'
import { WebhookParams } from './contract.ts'
import { listDeliveries } from './deliveries.ts'
import {
  Delivery,
  DeliveryPage,
  DeliveryParams,
  DeliveryQuery,
  EventReplay,
  ReplayRange,
} from './delivery-contract.ts'
import { replayEvents } from './replay-events.ts'
import { resendDelivery } from './resend-delivery.ts'

const access = { system: 'webhooks:write', employee: 'admin', impersonal: true } as const

export function deliveryRoutes(app: App, { work, read }: Door, db: Database): void {
  app.route({
    method: 'GET',
    url: '/webhooks/:webhookId/deliveries',
    config: { access },
    schema: {
      operationId: 'listDeliveries',
      summary: 'List what was sent to a webhook',
      description:
        'And what is to be, the newest first, with the last answer to each. What arrived is listed for thirty days.',
      tags: ['Webhooks'],
      params: WebhookParams,
      querystring: DeliveryQuery,
      response: { 200: DeliveryPage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listDeliveries(r, request.params.webhookId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  app.route({
    method: 'POST',
    url: '/webhooks/:webhookId/deliveries/:deliveryId/resend',
    config: { access },
    schema: {
      operationId: 'resendDelivery',
      summary: 'Send an event once more',
      description: 'One that is parked, or one that arrived and was lost there.',
      tags: ['Webhooks'],
      params: DeliveryParams,
      response: { 200: Delivery },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => resendDelivery(w, request.params.webhookId, request.params.deliveryId)),
  })

  app.route({
    method: 'POST',
    url: '/webhooks/:webhookId/replay',
    config: { access },
    schema: {
      operationId: 'replayEvents',
      summary: 'Send a range of events once more',
      description:
        'Those that the webhook wants, delivered before or not, also from before it was made; 10 000 at a time.',
      tags: ['Webhooks'],
      params: WebhookParams,
      body: ReplayRange,
      response: { 200: EventReplay },
      problems: [NotFound, Unprocessable],
    },
    handler: async (request, reply) => {
      // What happened a moment ago is in the range too.
      await numberEvents(db)
      return work(request, reply, (w) => replayEvents(w, request.params.webhookId, request.body))
    },
  })

  app.route({
    method: 'POST',
    url: '/webhooks/:webhookId/test',
    config: { access },
    schema: {
      operationId: 'testWebhook',
      summary: 'Send a test to a webhook',
      description:
        'An event `webhook.tested`, to this webhook alone, whatever types it wants. What became of it stands in `GET …/deliveries`.',
      tags: ['Webhooks'],
      params: WebhookParams,
      response: { 201: Delivery },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => askForTest(w, request.params.webhookId), { status: 201 }),
  })
}
