import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import project from '../../package.json' with { type: 'json' }
import type { ProblemKind } from '../lib/problem.ts'
import type { OpenApiDocument } from './document.ts'
import { finishDocument } from './finish-document.ts'
import { description, tags } from './introduction.ts'
import { problemsOf } from './refusals.ts'
import { securitySchemes, waysIn, whoMay } from './who-may.ts'

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

/** Describes every operation from the contracts that check it, at `/openapi.json`. */
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
        version: project.version,
        description,
        license: { name: 'MIT', identifier: 'MIT' },
        contact: { name: 'Whoever runs this service' },
      },
      servers: [{ url: publicUrl ?? '/', description: 'This service' }],
      tags,
      components: { securitySchemes },
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
