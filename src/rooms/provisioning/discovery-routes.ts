import { z } from 'zod'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { scimType } from '../../http/scim.ts'
import { NotFound } from '../../lib/problems.ts'
import { type List, schemaOf } from './contract.ts'
import {
  ScimConfig,
  ScimResourceType,
  ScimResourceTypeList,
  ScimSchema,
  ScimSchemaList,
  serviceProviderConfig,
  userResourceType,
} from './discovery-contract.ts'
import { ScimDiscoveryQuery } from './request-contract.ts'
import { userSchema } from './user-schema.ts'

const access = { system: 'employees:provision', employee: null, impersonal: true } as const
const tags = ['SCIM']
const headers = () => scimType

/** What SCIM tells of itself (RFC 7644, section 4). `base` is where it is found. */
export function scimDiscoveryRoutes(app: App, { read }: Door, base: string): void {
  const at = (resourceType: string, path: string) => ({
    meta: { resourceType, location: `${base}/${path}` },
  })
  const resourceType = { ...userResourceType, ...at('ResourceType', 'ResourceTypes/User') }
  const schema = { ...userSchema, ...at('Schema', `Schemas/${userSchema.id}`) }

  app.route({
    method: 'GET',
    url: '/ServiceProviderConfig',
    config: { access },
    schema: {
      operationId: 'getScimConfig',
      summary: 'Get what of SCIM is served',
      description: 'PATCH, filters and ETags; neither bulk operations nor sorting, and no passwords.',
      tags,
      querystring: ScimDiscoveryQuery,
      response: { 200: ScimConfig },
    },
    handler: (request, reply) =>
      read(
        request,
        reply,
        async () => ({ ...serviceProviderConfig, ...at('ServiceProviderConfig', 'ServiceProviderConfig') }),
        { headers },
      ),
  })

  app.route({
    method: 'GET',
    url: '/ResourceTypes',
    config: { access },
    schema: {
      operationId: 'listScimResourceTypes',
      summary: 'List the kinds of resources',
      description: 'Users, and nothing else: teams are not provisioned.',
      tags,
      querystring: ScimDiscoveryQuery,
      response: { 200: ScimResourceTypeList },
    },
    handler: (request, reply) => read(request, reply, async () => listOfOne(resourceType), { headers }),
  })

  app.route({
    method: 'GET',
    url: '/ResourceTypes/:name',
    config: { access },
    schema: {
      operationId: 'getScimResourceType',
      summary: 'Get a kind of resource',
      description: 'The kind of resource with this name.',
      tags,
      params: z.strictObject({ name: z.string().describe('The name of the kind: `User`.') }),
      querystring: ScimDiscoveryQuery,
      response: { 200: ScimResourceType },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(
        request,
        reply,
        async () => {
          if (request.params.name !== resourceType.id)
            throw NotFound.because('There is no such kind of resource.')
          return resourceType
        },
        { headers },
      ),
  })

  app.route({
    method: 'GET',
    url: '/Schemas',
    config: { access },
    schema: {
      operationId: 'listScimSchemas',
      summary: 'List the schemas',
      description: 'The schema of users, with the attributes that are kept.',
      tags,
      querystring: ScimDiscoveryQuery,
      response: { 200: ScimSchemaList },
    },
    handler: (request, reply) => read(request, reply, async () => listOfOne(schema), { headers }),
  })

  app.route({
    method: 'GET',
    url: '/Schemas/:urn',
    config: { access },
    schema: {
      operationId: 'getScimSchema',
      summary: 'Get a schema',
      description: 'The schema with this URN.',
      tags,
      params: z.strictObject({ urn: z.string().describe('The URN of the schema.') }),
      querystring: ScimDiscoveryQuery,
      response: { 200: ScimSchema },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(
        request,
        reply,
        async () => {
          if (request.params.urn !== schema.id) throw NotFound.because('There is no such schema.')
          return schema
        },
        { headers },
      ),
  })
}

const listOfOne = <T>(only: T): List<T> => ({
  schemas: [schemaOf.list],
  totalResults: 1,
  startIndex: 1,
  itemsPerPage: 1,
  Resources: [only],
})
