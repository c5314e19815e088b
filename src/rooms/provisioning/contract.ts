import { z } from 'zod'
import { out } from '../../lib/wire.ts'

/** What is said in SCIM (RFC 7643 and 7644). */

export const schemaOf = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
} as const

const exampleId = '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12'
const location = (path: string) => z.string().meta({ format: 'uri-reference' }).describe(path)

export const exampleGiven = {
  schemas: [schemaOf.user],
  externalId: '9c9d5f0a-sanne',
  userName: 'sanne@example.org',
  displayName: 'Sanne de Wit',
  name: { formatted: 'Sanne de Wit', givenName: 'Sanne', familyName: 'de Wit' },
  emails: [{ value: 'sanne@example.org', type: 'work', primary: true }],
  phoneNumbers: [{ value: '+31612345678', type: 'work', primary: true }],
  active: true,
}

const schemas = z.array(z.string()).describe('The URN of what this is.')
const externalId = z.string().describe('What the directory of the identity provider calls them.')
const displayName = z.string().describe('The name of the employee.')

const one = (what: string) =>
  z.object({ value: z.string().describe(what), type: z.string(), primary: z.boolean() })

export const ScimUser = z
  .object({
    schemas,
    id: out.id,
    externalId: externalId.optional(),
    userName: z
      .string()
      .describe('The `subject` of the employee; without one their e-mail address, else their id.'),
    displayName: displayName.optional(),
    name: z
      .object({
        formatted: z.string(),
        givenName: z.string().optional(),
        familyName: z.string().optional(),
      })
      .optional(),
    emails: z.array(one('An e-mail address.')).optional(),
    phoneNumbers: z.array(one('E.164.')).optional(),
    active: z
      .boolean()
      .optional()
      .describe('False for who has left, and from the beginning of their departure.'),
    meta: z.object({
      resourceType: z.string(),
      created: out.moment,
      lastModified: out.moment.describe('As `created` while nothing has changed.'),
      location: location('Where this user is found.'),
      version: z.string().describe('The `ETag`.'),
    }),
  })
  .meta({
    id: 'ScimUser',
    description: 'An employee, as identity providers see them.',
    examples: [
      {
        ...exampleGiven,
        id: exampleId,
        meta: {
          resourceType: 'User',
          created: '2026-11-02T08:00:00.000Z',
          lastModified: '2026-11-02T08:00:00.000Z',
          location: `/scim/v2/Users/${exampleId}`,
          version: '"1"',
        },
      },
    ],
  })
export type ScimUser = z.output<typeof ScimUser>

/** A list in SCIM. */
export const listOf = <T extends z.ZodType>(item: T, name: string) =>
  z
    .object({
      schemas,
      totalResults: z.int().describe('How many there are in all.'),
      startIndex: z.int().describe('The place of the first one here.'),
      itemsPerPage: z.int().describe('How many are here.'),
      Resources: z.array(item),
    })
    .meta({
      id: name,
      description: 'A page of a list in SCIM.',
      examples: [
        {
          schemas: [schemaOf.list],
          totalResults: 1,
          startIndex: 1,
          itemsPerPage: 1,
          Resources: item.meta()?.examples ?? [],
        },
      ],
    })

export interface List<T> {
  readonly schemas: string[]
  readonly totalResults: number
  readonly startIndex: number
  readonly itemsPerPage: number
  readonly Resources: T[]
}

export const ScimUserList = listOf(ScimUser, 'ScimUserList')
