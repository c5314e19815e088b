import { z } from 'zod'
import { listOf, schemaOf } from './contract.ts'

/** What SCIM tells of itself (RFC 7643, sections 5 to 7). */

const schemas = z.array(z.string()).describe('The URN of what this is.')
const meta = z
  .object({ resourceType: z.string(), location: z.string().meta({ format: 'uri-reference' }) })
  .meta({
    id: 'ScimMeta',
    description: 'What this is and where it is found.',
    examples: [{ resourceType: 'Schema', location: `/scim/v2/Schemas/${schemaOf.user}` }],
  })
const supported = z.object({ supported: z.boolean() }).meta({
  id: 'ScimFeature',
  description: 'Whether a part of SCIM is served.',
  examples: [{ supported: true }],
})

const exampleMeta = (resourceType: string, location: string) => ({
  resourceType,
  location: `/scim/v2/${location}`,
})

export const serviceProviderConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'API key',
      description: 'An API key with the scope employees:provision, as a bearer token.',
      primary: true,
    },
  ],
}

export const ScimConfig = z
  .object({
    schemas,
    patch: supported,
    bulk: z.object({ supported: z.boolean(), maxOperations: z.int(), maxPayloadSize: z.int() }),
    filter: z.object({ supported: z.boolean(), maxResults: z.int() }),
    changePassword: supported,
    sort: supported,
    etag: supported,
    authenticationSchemes: z.array(
      z.object({ type: z.string(), name: z.string(), description: z.string(), primary: z.boolean() }),
    ),
    meta,
  })
  .meta({
    id: 'ScimConfig',
    description: 'What of SCIM is served here.',
    examples: [
      {
        ...serviceProviderConfig,
        meta: exampleMeta('ServiceProviderConfig', 'ServiceProviderConfig'),
      },
    ],
  })
export type ScimConfig = z.output<typeof ScimConfig>

export const userResourceType = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: 'User',
  name: 'User',
  description: 'An employee.',
  endpoint: '/Users',
  schema: schemaOf.user,
}

export const ScimResourceType = z
  .object({
    schemas,
    id: z.string(),
    name: z.string(),
    description: z.string(),
    endpoint: z.string(),
    schema: z.string(),
    meta,
  })
  .meta({
    id: 'ScimResourceType',
    description: 'A kind of resource in SCIM.',
    examples: [{ ...userResourceType, meta: exampleMeta('ResourceType', 'ResourceTypes/User') }],
  })
export type ScimResourceType = z.output<typeof ScimResourceType>

/** An attribute of a schema (RFC 7643, section 7). */
export const ScimAttribute = z
  .object({
    name: z.string(),
    type: z.string(),
    multiValued: z.boolean(),
    description: z.string(),
    required: z.boolean(),
    caseExact: z.boolean(),
    mutability: z.string(),
    returned: z.string(),
    uniqueness: z.string(),
    canonicalValues: z.array(z.string()).optional(),
    get subAttributes() {
      return z.array(ScimAttribute).optional()
    },
  })
  .meta({
    id: 'ScimAttribute',
    description: 'An attribute of a resource in SCIM.',
    examples: [
      {
        name: 'active',
        type: 'boolean',
        multiValued: false,
        description: 'False for who has left.',
        required: false,
        caseExact: false,
        mutability: 'readWrite',
        returned: 'default',
        uniqueness: 'none',
      },
    ],
  })
export type ScimAttribute = z.output<typeof ScimAttribute>

export const ScimSchema = z
  .object({
    schemas,
    id: z.string(),
    name: z.string(),
    description: z.string(),
    attributes: z.array(ScimAttribute),
    meta,
  })
  .meta({
    id: 'ScimSchema',
    description: 'The attributes of a kind of resource in SCIM.',
    examples: [
      {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
        id: schemaOf.user,
        name: 'User',
        description: 'An employee.',
        attributes: ScimAttribute.meta()?.examples ?? [],
        meta: exampleMeta('Schema', `Schemas/${schemaOf.user}`),
      },
    ],
  })
export type ScimSchema = z.output<typeof ScimSchema>

export const ScimResourceTypeList = listOf(ScimResourceType, 'ScimResourceTypeList')
export const ScimSchemaList = listOf(ScimSchema, 'ScimSchemaList')
