import { z } from 'zod'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import {
  ApiKeyPage,
  ApiKeyParams,
  ApiKeyQuery,
  MadeApiKey,
  NewApiKey,
  RotateApiKey,
} from './api-key-contract.ts'
import { listApiKeys } from './api-key-queries.ts'
import { createApiKey } from './create-api-key.ts'
import { AlreadyRotated, ApiKeyExpired, SecretShownOnce } from './problems.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'

export function apiKeyRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/api-keys',
    config: { access: { system: 'admin', employee: 'admin', impersonal: true } },
    schema: {
      operationId: 'listApiKeys',
      summary: 'List API keys',
      description: 'The keys that are not revoked, without the keys themselves.',
      tags: ['API keys'],
      querystring: ApiKeyQuery,
      response: { 200: ApiKeyPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listApiKeys(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/api-keys',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'createApiKey',
      summary: 'Make an API key',
      description:
        'The answer shows the key this once; only a digest of it is kept. Sent again with its `Idempotency-Key`, the same answer comes to the same caller.',
      tags: ['API keys'],
      body: NewApiKey,
      response: { 201: MadeApiKey },
      problems: [Unprocessable, SecretShownOnce],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => createApiKey(w, request.body), { status: 201, secret: true }),
  })

  app.route({
    method: 'POST',
    url: '/api-keys/:keyId/rotate',
    config: { access: { system: 'any', employee: 'admin' } },
    schema: {
      operationId: 'rotateApiKey',
      summary: 'Rotate an API key',
      description:
        'Makes a new key with the same name and scopes, and lets the old one end after the overlap. A system rotates its own key, an admin any. The answer shows the new key this once. Each key is rotated once.',
      tags: ['API keys'],
      params: ApiKeyParams,
      body: RotateApiKey,
      response: { 201: MadeApiKey },
      problems: [NotFound, AlreadyRotated, ApiKeyExpired, Unprocessable, SecretShownOnce],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => rotateApiKey(w, request.params.keyId, request.body), {
        status: 201,
        secret: true,
      }),
  })

  app.route({
    method: 'DELETE',
    url: '/api-keys/:keyId',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'revokeApiKey',
      summary: 'Revoke an API key',
      description: 'The next request with the key is refused. A revoked key never works again.',
      tags: ['API keys'],
      params: ApiKeyParams,
      response: { 204: z.void() },
      problems: [NotFound],
    },
    handler: (request, reply) => work(request, reply, (w) => revokeApiKey(w, request.params.keyId)),
  })
}
