import { z } from 'zod'
import { millisecondsOf } from '../../lib/duration.ts'
import { areAllDifferent } from '../../lib/forms/each-once.ts'
import { evenSoInLists } from '../../lib/forms/even-so.ts'
import { aheadIn } from '../../lib/meaning/moments-in.ts'
import { meant } from '../../lib/meanings.ts'
import { page, paging } from '../../lib/page.ts'
import { id, line, moment, out } from '../../lib/wire.ts'
import { scopes } from './scope-contract.ts'

export const ApiKeyParams = z.strictObject({ keyId: id })

const fields = {
  id: out.id,
  name: z.string().describe('The system that has it.'),
  scopes: z.array(z.enum(scopes)).describe('What the system may do; `admin` includes all others.'),
  hint: z.string().describe('The last four characters of the key, to tell keys apart.'),
  createdAt: out.moment,
  expiresAt: out.moment.nullable().describe('When it ends; null: not until it is revoked.'),
  lastUsedAt: out.moment.nullable().describe('To the minute; null: never.'),
  replacesId: out.id.nullable().describe('The key that this one was made to take over from, by rotating it.'),
}

const example = {
  id: '0199a3f0-2b7f-7e0c-8d52-1c5f9a3e7b66',
  name: 'Telephone system',
  scopes: ['cases:read', 'cases:write', 'calls:write', 'employees:act'],
  hint: '0xQ9',
  createdAt: '2026-11-02T08:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
  replacesId: null,
}

const ApiKey = z.object(fields).meta({
  id: 'ApiKey',
  description: 'A system’s key, without the key itself.',
  examples: [example],
})
export const MadeApiKey = z
  .object({ ...fields, key: z.string().describe('The key itself. It is shown this once: keep it safe.') })
  .meta({
    id: 'MadeApiKey',
    description: 'A key that was just made, with the key itself.',
    examples: [{ ...example, key: 'eig_Xb3dK9mQ2vT7rLw5ZcY8nHs4PfJ6gAe1uV0xQ9' }],
  })
export type MadeApiKey = z.output<typeof MadeApiKey>

const GivenApiKey = z
  .strictObject({
    name: line(120).describe('The system that gets it.'),
    scopes: z
      .array(z.enum(scopes))
      .min(1)
      .refine(areAllDifferent, { error: 'names a scope twice', ...evenSoInLists })
      .describe('What the system may do; no more than whoever makes the key.'),
    expiresAt: moment.nullish().describe('When it ends; left out, it lasts until it is revoked.'),
  })
  .meta({
    id: 'NewApiKey',
    description: 'A key to make for a system.',
    examples: [{ name: 'Telephone system', scopes: ['cases:read', 'calls:write'] }],
  })

export const NewApiKey = meant(GivenApiKey, aheadIn('expiresAt'))

const day = 86_400_000
const form = /^P(?=\d|T\d)(\d{1,2}D)?(T(?=\d)(\d{1,4}H)?(\d{1,6}M)?(\d{1,7}S)?)?$/

const GivenRotation = z
  .strictObject({
    overlap: z
      .string()
      .refine((given) => form.test(given) && millisecondsOf(given) <= 90 * day, {
        error: 'must be an ISO 8601 duration from PT0S to P90D, such as PT24H or P7D',
      })
      .optional()
      .describe(
        'How long the old key still works beside the new one, `PT24H` unless you say otherwise and `P90D` at most.',
      ),
    expiresAt: moment
      .nullish()
      .describe('When the new key ends; left out, it lives as long as the old one was to, counted from now.'),
  })
  .meta({
    id: 'RotateApiKey',
    description: 'How a key makes way for a new one.',
    examples: [{ overlap: 'P7D' }],
  })
export const RotateApiKey = meant(GivenRotation, aheadIn('expiresAt'))
export type RotateApiKey = z.output<typeof RotateApiKey>

export const ApiKeyQuery = z.strictObject(paging)
export const ApiKeyPage = page(ApiKey, 'ApiKeyPage')
