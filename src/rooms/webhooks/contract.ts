import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { id, line, out } from '../../lib/wire.ts'

export const WebhookParams = z.strictObject({ webhookId: id })

const url = line(2000).describe(
  '`https`; `http` only where WEBHOOK_PRIVATE_NETWORKS allows the address. No redirect is followed.',
)
const types = z
  .array(
    z
      .string()
      .max(60)
      .regex(/^(\*|[a-z-]+\.(\*|[a-z-]+))$/, 'must be a type of event, `case.*` or `*`'),
  )
  .min(1)
  .max(100)
  .describe('Types of event; `case.*` means all that begin like that, and `*` all. Left out: all.')
const description = line(500).nullable()
const format = z
  .enum(['standard', 'cloudevents'])
  .describe(
    '`cloudevents`: the event in a CloudEvents 1.0 envelope (structured mode), with the same headers.',
  )

const exampleWebhook = {
  id: '0199a400-7a10-7c2e-8f3b-6d5e4c3b2a19',
  url: 'https://crm.example.nl/hooks/eigenaar',
  types: ['case.*', 'callback.overdue'],
  description: 'The copy in the CRM',
  active: true,
  format: 'standard',
  createdAt: '2026-11-02T09:12:44.000Z',
  disabledAt: null,
  disabledBecause: null,
  failingSince: null,
  previousSecretUntil: null,
  version: 1,
} as const

export const Webhook = z
  .object({
    id: out.id,
    url: z.string(),
    types: z.array(z.string()),
    description: z.string().nullable(),
    active: z.boolean().describe('Whether events are sent. What happens meanwhile can be replayed.'),
    format,
    createdAt: out.moment,
    disabledAt: out.moment
      .nullable()
      .describe('When the service gave up sending, until it is made active again.'),
    disabledBecause: z
      .enum(['gone', 'failing'])
      .nullable()
      .describe('It answered 410, or for five days nothing arrived.'),
    failingSince: out.moment.nullable().describe('Since when nothing has arrived; null while things do.'),
    previousSecretUntil: out.moment.nullable().describe('Until when the secret before signs as well.'),
    version: z.int(),
  })
  .meta({
    id: 'Webhook',
    description: 'An address that events are sent to, as Standard Webhooks has it.',
    examples: [exampleWebhook],
  })
export type Webhook = z.output<typeof Webhook>

export const MadeWebhook = Webhook.extend({
  secret: z.string().describe('By it the receiver verifies signatures. Shown now, and never again.'),
}).meta({
  id: 'MadeWebhook',
  description: 'A webhook with its secret.',
  examples: [{ ...exampleWebhook, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw9aIEh0PqxAo' }],
})
export type MadeWebhook = z.output<typeof MadeWebhook>

export const NewWebhook = z
  .strictObject({
    url,
    types: types.optional(),
    description: description.optional(),
    active: z.boolean().optional().describe('Left out: true.'),
    format: format.optional().describe('Left out: `standard`.'),
  })
  .meta({
    id: 'NewWebhook',
    description: 'An address to send events to, from now on.',
    examples: [
      { url: exampleWebhook.url, types: [...exampleWebhook.types], description: exampleWebhook.description },
    ],
  })
export type NewWebhook = z.output<typeof NewWebhook>

export const WebhookChange = z
  .strictObject({
    url: url.optional(),
    types: types.nullable().optional().describe('Null: all.'),
    description: description.optional(),
    active: z.boolean().optional(),
    format: format.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'must change something' })
  .meta({ id: 'WebhookChange', description: 'What becomes different.', examples: [{ active: false }] })
export type WebhookChange = z.output<typeof WebhookChange>

export const RotateSecret = z
  .strictObject({
    overlapHours: z
      .int()
      .min(0)
      .max(168)
      .optional()
      .describe('For how long the old secret signs as well. Left out: 24.'),
  })
  .meta({ id: 'RotateSecret', description: 'Another secret.', examples: [{ overlapHours: 24 }] })
export type RotateSecret = z.output<typeof RotateSecret>

export const WebhookQuery = z.strictObject(paging)
export const WebhookPage = page(Webhook, 'WebhookPage')
