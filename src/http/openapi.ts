import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ProblemKind } from '../lib/problem.ts'
import {
  Forbidden,
  IdempotencyKeyInUse,
  IdempotencyKeyReused,
  InternalError,
  Overloaded,
  PayloadTooLarge,
  Unauthenticated,
  UnsupportedMediaType,
  UriTooLong,
  ValidationFailed,
  VersionMismatch,
  VersionRequired,
} from '../lib/problems.ts'
import { finishDocument, type OpenApiDocument } from './finish-document.ts'

declare module 'fastify' {
  interface FastifySchema {
    operationId?: string
    summary?: string
    description?: string
    tags?: readonly string[]
    hide?: boolean
    /** The problems of this operation's own; those of its method and of being called at all are added. */
    problems?: readonly ProblemKind[]
  }
}

/** A problem as every refusal is sent (RFC 9457). */
const ProblemAnswer = z
  .looseObject({
    type: z.string().meta({ format: 'uri-reference' }).describe('Where this kind of problem is explained.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong this time.'),
    instance: z.string().meta({ format: 'uri-reference' }),
    code: z.string().describe('The kind of problem, for programs.'),
    requestId: z.string(),
    errors: z
      .array(
        z.object({ pointer: z.string().describe('A JSON Pointer into the request.'), message: z.string() }),
      )
      .optional(),
  })
  .meta({
    id: 'Problem',
    description: 'A refusal (RFC 9457). `code` says which; more members help to act on it.',
    examples: [
      {
        type: '/problems/not-found',
        title: 'There is no such thing here',
        status: 404,
        detail: 'There is no such case.',
        instance: '/v1/cases/0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d#req-1',
        code: 'not-found',
        requestId: 'req-1',
      },
    ],
  })

const description = `Every customer question has one owning employee from the first word to the last. There are no
transfers: the owner finds the answer and calls the customer back.

Every list is paged by \`limit\` and \`cursor\`. Every POST takes an \`Idempotency-Key\`. Every resource has an
\`ETag\`; a PATCH needs it in \`If-Match\`. Every refusal is a problem (RFC 9457) with a \`code\`, explained at
\`/problems/{code}\`. New fields, values and events may be added at any time: ignore what you don't know.`

const tags = [
  ['Organisation', 'The one organisation: its country, its currency and its ceilings.'],
  ['Teams', 'Customer teams, front and back office merged, with their working agreements.'],
  ['Employees', 'The people who work here, and who you are.'],
  ['Topics', 'What questions are about.'],
  ['Customers', 'Who asks, how to reach them, and what is worth knowing.'],
  ['Cases', 'Customer questions, each with one owner and a promise.'],
  ['Contacts', 'The moments of contact between a customer and an employee.'],
  ['Callbacks', 'The promises, and the tries at keeping them.'],
  ['Events', 'The history, as a feed.'],
  ['API keys', 'The systems that may call.'],
].map(([name = '', description = '']) => ({ name, description }))

/** Describes every operation from the contracts that check it, at `/openapi.json`, and readable at `/docs`. */
export async function describeOperations(app: FastifyInstance, publicUrl: string | null): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Eigenaar',
        version: '1.0.0',
        description,
        license: { name: 'MIT', identifier: 'MIT' },
        contact: { name: 'Eigenaar', url: 'https://example.org/eigenaar' },
      },
      servers: [{ url: publicUrl ?? '/', description: 'This service' }],
      tags,
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key, `eig_…`; see POST /v1/api-keys.',
          },
        },
      },
    },
    transform: (given) => {
      const { problems, ...schema } = given.schema
      if (schema.hide || !schema.operationId) return { schema: { hide: true }, url: given.url }
      const kinds = [...(problems ?? []), ...problemsOf(given.route)]
      const described = { ...schema, response: { ...(schema.response as object), ...responses(kinds) } }
      return jsonSchemaTransform({ ...given, schema: described } as Parameters<typeof jsonSchemaTransform>[0])
    },
    transformObject: (given) => {
      const document = jsonSchemaTransformObject(given) as unknown as OpenApiDocument
      return finishDocument(document) as unknown as ReturnType<typeof jsonSchemaTransformObject>
    },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, uiConfig: { deepLinking: true } })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

/** What can be refused whatever the operation does. */
function problemsOf({ method, config, url }: RouteOptions): readonly ProblemKind[] {
  const access = config?.access
  const writes = method !== 'GET'
  return [
    ValidationFailed,
    InternalError,
    Overloaded,
    ...(url.includes(':') ? [UriTooLong] : []),
    ...(access ? [Unauthenticated, Forbidden] : []),
    ...(writes ? [PayloadTooLarge, UnsupportedMediaType, VersionMismatch] : []),
    ...(method === 'POST' ? [IdempotencyKeyInUse, IdempotencyKeyReused] : []),
    ...(method === 'PATCH' ? [VersionRequired] : []),
  ]
}

function responses(kinds: readonly ProblemKind[]): Record<number, object> {
  const answers: Record<number, object> = {}
  for (const status of new Set(kinds.map((kind) => kind.status))) {
    const here = kinds.filter((kind) => kind.status === status)
    const lines = here.map((kind) => `- \`${kind.code}\`: ${kind.title}.`)
    answers[status] = {
      description: lines.join('\n'),
      content: { 'application/problem+json': { schema: ProblemAnswer } },
    }
  }
  return answers
}
