import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { SecretShownOnce } from '../access/problems.ts'
import { numberEvents } from '../events/feed.ts'
import { changeWebhook } from './change-webhook.ts'
import {
  MadeWebhook,
  NewWebhook,
  RotateSecret,
  Webhook,
  WebhookChange,
  WebhookPage,
  WebhookParams,
  WebhookQuery,
} from './contract.ts'
import { createWebhook } from './create-webhook.ts'
import { TargetNotAllowed } from './problems.ts'
import { listWebhooks, showWebhook } from './queries.ts'
import { removeWebhook } from './remove-webhook.ts'
import { rotateSecret } from './rotate-secret.ts'
import type { Targets } from './targets.ts'

const access = { system: 'webhooks:write', employee: 'admin', impersonal: true } as const

export function webhookRoutes(app: App, { work, read }: Door, targets: Targets, db: Database): void {
  app.route({
    method: 'GET',
    url: '/webhooks',
    config: { access },
    schema: {
      operationId: 'listWebhooks',
      summary: 'List webhooks',
      description: 'The addresses that events are sent to, without their secrets.',
      tags: ['Webhooks'],
      querystring: WebhookQuery,
      response: { 200: WebhookPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listWebhooks(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/webhooks',
    config: { access },
    schema: {
      operationId: 'createWebhook',
      summary: 'Have events sent to an address',
      description:
        'From now on, as Standard Webhooks has it: at least once, in order per case. The answer shows the secret this once. An address that is not public is refused.',
      tags: ['Webhooks'],
      body: NewWebhook,
      response: { 201: MadeWebhook },
      problems: [TargetNotAllowed, Unprocessable, SecretShownOnce],
    },
    handler: async (request, reply) => {
      await targets.assertAllowed(request.body.url)
      // What happened before now has its place before now.
      await numberEvents(db)
      return work(request, reply, (w) => createWebhook(w, request.body), {
        status: 201,
        location: ({ id }) => `/v1/webhooks/${id}`,
        secret: true,
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/webhooks/:webhookId',
    config: { access },
    schema: {
      operationId: 'getWebhook',
      summary: 'Get a webhook',
      description: 'Where it leads, and whether things arrive there.',
      tags: ['Webhooks'],
      params: WebhookParams,
      response: { 200: Webhook },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showWebhook(r, request.params.webhookId), { agesByItself: () => true }),
  })

  app.route({
    method: 'PATCH',
    url: '/webhooks/:webhookId',
    config: { access },
    schema: {
      operationId: 'changeWebhook',
      summary: 'Change a webhook',
      description:
        'Made active again, it begins with what happens from now on; `POST …/replay` sends what happened meanwhile.',
      tags: ['Webhooks'],
      params: WebhookParams,
      body: WebhookChange,
      response: { 200: Webhook },
      problems: [NotFound, TargetNotAllowed, Unprocessable],
    },
    handler: async (request, reply) => {
      if (request.body.url !== undefined) await targets.assertAllowed(request.body.url)
      if (request.body.active) await numberEvents(db)
      return work(request, reply, (w) => changeWebhook(w, request.params.webhookId, request.body))
    },
  })

  app.route({
    method: 'DELETE',
    url: '/webhooks/:webhookId',
    config: { access },
    schema: {
      operationId: 'removeWebhook',
      summary: 'Remove a webhook',
      description: 'Nothing more is sent there, and what was on its way is forgotten.',
      tags: ['Webhooks'],
      params: WebhookParams,
      response: { 204: z.void() },
      problems: [NotFound],
    },
    handler: (request, reply) => work(request, reply, (w) => removeWebhook(w, request.params.webhookId)),
  })

  app.route({
    method: 'POST',
    url: '/webhooks/:webhookId/rotate',
    config: { access },
    schema: {
      operationId: 'rotateWebhookSecret',
      summary: 'Give a webhook another secret',
      description: 'Until the overlap is over every message carries two signatures, one by each secret.',
      tags: ['Webhooks'],
      params: WebhookParams,
      body: RotateSecret,
      response: { 200: MadeWebhook },
      problems: [NotFound, VersionMismatch, SecretShownOnce],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => rotateSecret(w, request.params.webhookId, request.body), { secret: true }),
  })
}
