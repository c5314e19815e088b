import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Access } from '../http/caller.ts'
import type { ProblemKind } from '../lib/problem.ts'
import type { OpenApiDocument } from './document.ts'
import { finishDocument } from './finish-document.ts'
import { problemsOf } from './refusals.ts'

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

const description = `Every customer question has one owning employee from the first word to the last. There are no
transfers: the owner finds the answer and calls the customer back.

Every list is paged by \`limit\` and \`cursor\`. Every POST takes an \`Idempotency-Key\`. Every resource has an
\`ETag\`; a PATCH needs it in \`If-Match\`. Every refusal is a problem (RFC 9457) with a \`code\`, explained at
\`/problems/{code}\`; an address that is not described here answers \`not-found\`, a method that an address does not
have \`method-not-allowed\`. New fields, values and events may be added at any time: ignore what you don't know.`

const tags = [
  ['Organisation', 'The one organisation: its country, its currency and its ceilings.'],
  ['Teams', 'Customer teams, front and back office merged, with their working agreements.'],
  ['Employees', 'The people who work here, and who you are.'],
  ['Topics', 'What questions are about.'],
  ['Customers', 'Who asks, how to reach them, and what is worth knowing.'],
  ['Cases', 'Customer questions, each with one owner and a promise.'],
  ['Contacts', 'The moments of contact between a customer and an employee.'],
  ['Callbacks', 'The promises, and the tries at keeping them.'],
  ['Consultations', 'What owners ask their colleagues; the answer comes back to the owner.'],
  ['Successions', 'The only way in which a case gets another owner, for one of three facts.'],
  ['Reports', 'What the organisation can learn from its cases; of teams, never of persons.'],
  ['Telephony', 'Who calls, whom to ring, and what became of each call.'],
  ['SCIM', 'Employees as an identity provider brings and removes them (RFC 7644), beside `/v1`.'],
  ['Events', 'The history, as a feed.'],
  ['API keys', 'The systems that may call.'],
  ['Service', 'The service itself: its health, its problems and this document. No key is needed.'],
].map(([name = '', description = '']) => ({ name, description }))

/**
 * The documentation loads nothing from elsewhere. The plugin's own policy names another host, and lets browsers ask
 * for its parts by https where the service is called by http.
 */
const documentationPolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self' data:",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "script-src 'self'",
  "style-src 'self'",
].join('; ')

const OpenApi = z
  .looseObject({
    openapi: z.string(),
    info: z.record(z.string(), z.unknown()),
    paths: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'OpenApi',
    description: 'This document (OpenAPI 3.1).',
    examples: [{ openapi: '3.1.1', info: { title: 'Eigenaar', version: '1.0.0' }, paths: {} }],
  })

/** Describes every operation from the contracts that check it, at `/openapi.json`, and readable at `/docs`. */
export async function describeOperations(app: FastifyInstance, publicUrl: string | null): Promise<void> {
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (!schema?.operationId && !schema?.hide)
      throw new Error(`${String(method)} ${url} does not say what it does`)
  })
  const refusals = new Map<string, readonly ProblemKind[]>()
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Eigenaar',
        version: '1.0.0',
        description,
        license: { name: 'MIT', identifier: 'MIT' },
        contact: { name: 'Whoever runs this service' },
      },
      servers: [{ url: publicUrl ?? '/', description: 'This service' }],
      tags,
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description:
              'An API key, `eig_…`; see POST /v1/api-keys. Operations name the scope that it needs.',
          },
          accessToken: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              'An access token (RFC 9068) of the identity provider, for an employee. Operations name the role that it needs.',
          },
        },
      },
    },
    transform: (given) => {
      const { problems, ...schema } = given.schema
      if (schema.hide || !schema.operationId) return { schema: { hide: true }, url: given.url }
      const access = given.route.config?.access
      const described = {
        ...schema,
        description: [schema.description, access && whoMay(access)].filter(Boolean).join('\n\n'),
        security: access ? waysIn(access) : [],
      }
      refusals.set(schema.operationId, problemsOf(given.route, problems))
      return jsonSchemaTransform({ ...given, schema: described } as Parameters<typeof jsonSchemaTransform>[0])
    },
    transformObject: (given) => {
      const document = jsonSchemaTransformObject(given) as unknown as OpenApiDocument
      return finishDocument(document, refusals) as unknown as ReturnType<typeof jsonSchemaTransformObject>
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: documentationPolicy,
    uiConfig: { deepLinking: true },
  })
  app.route({
    method: 'GET',
    url: '/openapi.json',
    schema: {
      operationId: 'getDocument',
      summary: 'Get this document',
      description: 'The description of all operations, for people at `/docs`.',
      tags: ['Service'],
      response: { 200: OpenApi },
    },
    handler: () => app.swagger(),
  })
}

const waysIn = (access: Access | 'token'): readonly Record<string, string[]>[] => {
  if (access === 'token') return []
  return access.employee === null ? [{ apiKey: [] }] : [{ apiKey: [] }, { accessToken: [] }]
}

const roles = {
  member: 'any employee',
  coach: 'an employee with the role `coach` or `admin`',
  admin: 'an employee with the role `admin`',
}

function whoMay(access: Access | 'token'): string {
  if (access === 'token') return 'For whoever has the address: its token is the key.'
  const { system, employee } = access
  const people = employee && roles[employee]
  if (system === null) return `For ${people}; a system names one in \`On-Behalf-Of\`.`
  const scopes = [system].flat().map((scope) => `\`${scope}\``)
  const systems = system === 'any' ? 'any system' : `a system with the scope ${scopes.join(' or ')}`
  return people ? `For ${people}, and ${systems}.` : `For ${systems}.`
}
