import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { id, moment, out, several } from '../../lib/wire.ts'

export const DeliveryParams = z.strictObject({ webhookId: id, deliveryId: id })

const states = ['pending', 'delivered', 'parked'] as const

export const Delivery = z
  .object({
    id: out.id,
    eventId: out.id.describe('The `webhook-id` of every try.'),
    type: z.string(),
    caseId: out.id.nullable(),
    caseSequence: z.int().nullable(),
    state: z.enum(states).describe('`parked`: it was tried for three days in vain. It can be sent again.'),
    attempts: z.int(),
    nextAttemptAt: out.moment.nullable(),
    blockedBy: out.id
      .nullable()
      .describe('The delivery of an earlier event of the same case, which comes first.'),
    createdAt: out.moment,
    lastAttemptAt: out.moment.nullable(),
    deliveredAt: out.moment.nullable(),
    lastStatus: z.int().nullable().describe('The status of the last answer; null when there was none.'),
    lastError: z.string().nullable().describe('Why there was none, or why it did not count.'),
    lastAnswer: z.string().nullable().describe('The first 1024 bytes of the last answer.'),
    lastMilliseconds: z.int().nullable().describe('How long the last answer took.'),
  })
  .meta({
    id: 'Delivery',
    description: 'One event on its way to one webhook.',
    examples: [
      {
        id: '0199a401-1b2c-7d3e-9f40-a1b2c3d4e5f6',
        eventId: '0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30',
        type: 'case.opened',
        caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
        caseSequence: 1,
        state: 'pending',
        attempts: 1,
        nextAttemptAt: '2026-11-02T09:12:50.000Z',
        blockedBy: null,
        createdAt: '2026-11-02T09:12:44.000Z',
        lastAttemptAt: '2026-11-02T09:12:45.000Z',
        deliveredAt: null,
        lastStatus: 500,
        lastError: 'answered 500',
        lastAnswer: 'Internal Server Error',
        lastMilliseconds: 41,
      },
    ],
  })
export type Delivery = z.output<typeof Delivery>

export const DeliveryQuery = z.strictObject({
  ...paging,
  state: several(z.enum(states)).optional(),
  eventId: several(id).optional(),
  caseId: several(id).optional(),
})
export const DeliveryPage = page(Delivery, 'DeliveryPage')

export const ReplayRange = z
  .strictObject({
    from: moment.describe('Events that happened at this moment or later.'),
    until: moment.optional().describe('And before this one. Left out: now.'),
  })
  .meta({
    id: 'ReplayRange',
    description: 'Which events are sent again.',
    examples: [{ from: '2090-11-02T08:00:00Z', until: '2090-11-02T12:00:00Z' }],
  })
export type ReplayRange = z.output<typeof ReplayRange>

export const EventReplay = z
  .object({
    from: out.moment,
    until: out.moment,
    deliveries: z.int().describe('How many events are sent, delivered before or not.'),
  })
  .meta({
    id: 'EventReplay',
    description: 'A range of events that is on its way once more.',
    examples: [{ from: '2026-11-02T08:00:00.000Z', until: '2026-11-02T12:00:00.000Z', deliveries: 118 }],
  })
export type EventReplay = z.output<typeof EventReplay>
