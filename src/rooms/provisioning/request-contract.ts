import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { exampleGiven, schemaOf } from './contract.ts'

/** The form is that of RFC 7643; what is in it is read with all the liberties that providers take (`requestedChanges.ts`). */
const given = {
  text: (described: string) => z.unknown().optional().meta({ type: 'string', description: described }),
  several: (described: string) =>
    z
      .unknown()
      .optional()
      .meta({ type: 'array', items: { type: 'object', additionalProperties: {} }, description: described }),
}

export const ScimUserGiven = z
  .looseObject({
    schemas: z
      .unknown()
      .optional()
      .meta({ type: 'array', items: { type: 'string' } }),
    externalId: given.text('What the directory of the identity provider calls them.'),
    userName: given.text('What the identity provider calls them: their `subject`. Needed.'),
    displayName: given.text('Their name; left out, `name.formatted`, or given name and family name.'),
    name: z.unknown().optional().meta({
      type: 'object',
      additionalProperties: {},
      description: 'The parts of their name: `formatted`, `givenName` and `familyName`.',
    }),
    emails: given.several('The primary one is kept, or the one for work.'),
    phoneNumbers: given.several(
      'The one for work is kept, or the primary one. A national number is read with the organisation’s country.',
    ),
    active: z.unknown().optional().meta({
      type: 'boolean',
      description:
        'False begins their departure, which is complete an hour later; true withdraws one that is not complete.',
    }),
  })
  .meta({
    id: 'ScimUserGiven',
    description: 'A user as identity providers send them. What is not in here is accepted and not kept.',
    examples: [exampleGiven],
  })

export const ScimPatch = z
  .looseObject({
    schemas: z
      .unknown()
      .optional()
      .meta({ type: 'array', items: { type: 'string' } }),
    Operations: z
      .array(
        z.looseObject({
          op: z.string().describe('`add`, `replace` or `remove`, in any case.'),
          path: z
            .string()
            .nullish()
            .describe('Such as `emails[type eq "work"].value`; left out, `value` holds names.'),
          value: z.unknown().optional(),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({
    id: 'ScimPatch',
    description:
      'What changes of a user, one operation after the other (RFC 7644, section 3.5.2). Names may be in any case.',
    examples: [
      {
        schemas: [schemaOf.patch],
        Operations: [
          { op: 'Replace', path: 'phoneNumbers[type eq "work"].value', value: '06 12345678' },
          { op: 'Replace', path: 'active', value: 'False' },
        ],
      },
    ],
  })
export type PatchOperation = z.output<typeof ScimPatch>['Operations'][number]

/** A whole number as RFC 7644 wants it read: too small counts as the least, too much as the most. */
const clamped = (least: number, most: number) =>
  z.preprocess(
    (text) =>
      typeof text === 'string' && /^[+-]?\d{1,30}$/.test(text)
        ? Math.min(Math.max(Number(text), least), most)
        : text,
    z.int(),
  )

const attributes = z.string().max(2000).optional()

export const ScimUserParams = z.strictObject({ userId: out.id })

/** Which attributes are shown. */
export const ScimUserShown = z.strictObject({
  attributes: attributes.describe(
    'Only these attributes, divided by commas, beside `schemas`, `id` and `meta`.',
  ),
  excludedAttributes: attributes.describe('All attributes but these, divided by commas.'),
})

export const ScimUserQuery = z.strictObject({
  filter: z
    .string()
    .optional()
    .describe(
      'Such as `userName eq "sanne@example.org"`: `userName`, `externalId`, `id`, `emails` or `active` with `eq`, combined by `and`, `or` and brackets.',
    ),
  startIndex: clamped(1, 1e9).default(1).describe('Where the page begins; the first one is 1.'),
  count: clamped(0, 200).default(100).describe('How many at most; more than 200 counts as 200.'),
  sortBy: z
    .string()
    .max(200)
    .optional()
    .describe('Taken and without effect: users come in the order in which they were made.'),
  sortOrder: z.string().max(20).optional().describe('Taken and without effect, as `sortBy`.'),
  ...ScimUserShown.shape,
})

const { filter: _, ...ofLists } = ScimUserQuery.shape

/** What a client may send to whatever lists; where SCIM tells of itself none of it has an effect (RFC 7644, section 4). */
export const ScimDiscoveryQuery = z.strictObject(ofLists)
