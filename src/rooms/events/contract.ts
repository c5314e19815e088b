import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { id, out, several } from '../../lib/wire.ts'

export const Event = z
  .object({
    id: out.id,
    type: z.string().describe('One of `GET /event-types`; more may come.'),
    at: out.moment,
    timestamp: out.moment.describe('The same as `at`, under the name that Standard Webhooks gives it.'),
    caseId: out.id.optional(),
    caseSequence: z.int().optional().describe('1, 2, 3, … within the case, without a gap.'),
    customerId: out.id.optional(),
    actor: z.object({
      kind: z.enum(['employee', 'system']),
      id: out.id.nullable(),
      onBehalfOf: out.id.optional(),
    }),
    imported: z.literal(true).optional().describe('An import brought it: it happened elsewhere.'),
    data: z
      .looseObject({
        actedBy: out.id.optional().describe('Of what a stand-in did: who acted.'),
        actedFor: out.id.optional().describe('Of what a stand-in did: the absent owner.'),
      })
      .describe('What happened, by the type of the event: see `GET /event-types`.'),
  })
  .meta({
    id: 'Event',
    description: 'Something that happened; never changed and never removed.',
    examples: [
      {
        id: '0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30',
        type: 'callback.made',
        at: '2026-11-02T09:12:44.000Z',
        timestamp: '2026-11-02T09:12:44.000Z',
        caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
        caseSequence: 3,
        customerId: '0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03',
        actor: {
          kind: 'system',
          id: '0199a3ea-1f22-7a90-b4c5-d6e7f8091a2b',
          onBehalfOf: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12',
        },
        data: { callbackId: '0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88', channel: 'phone' },
      },
    ],
  })
export type Event = z.output<typeof Event>

export const EventQuery = z.strictObject({
  ...paging,
  after: z
    .string()
    .max(2000)
    .optional()
    .describe(
      'The id of the last event that you have, or a cursor: only what came later. `now` begins at the end: nothing is answered yet, and `nextCursor` leads on.',
    ),
  ticket: z
    .string()
    .max(200)
    .optional()
    .describe('Of `POST /v1/events/tickets`, in place of `Authorization`: for a stream to a browser.'),
  type: several(z.string().max(60))
    .optional()
    .describe('Only events of these types; `case.*` is all that begin like that, and `*` all.'),
  caseId: several(id).optional(),
  customerId: several(id).optional(),
})
export const EventStream = z.string().meta({
  id: 'EventStream',
  description:
    'Server-sent events: of each event its `id` and, as `data`, what a page has of it. `Last-Event-ID` leads on.',
  examples: ['retry: 3000\n\nid: 0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30\ndata: {"type":"note.added"}\n\n'],
})

export const EventPage = page(Event, 'EventPage')

export const TimelineEntry = z
  .object({
    id: out.id,
    at: out.moment,
    type: z.string(),
    caseId: out.id.nullable(),
    caseSequence: z.int().nullable(),
    reference: z.string().nullable(),
    actor: z.object({
      kind: z.enum(['employee', 'system']),
      id: out.id.nullable(),
      name: z.string().nullable(),
    }),
    headline: z
      .string()
      .describe('What happened, in one sentence for people; times are on the clocks of the case’s team.'),
    text: z.string().nullable().describe('What was said, noted or answered.'),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'TimelineEntry',
    description: 'One line of the story.',
    examples: [
      {
        id: '0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30',
        at: '2026-11-02T09:12:44.000Z',
        type: 'note.added',
        caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
        caseSequence: 4,
        reference: '100048275',
        actor: { kind: 'employee', id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12', name: 'Sanne de Wit' },
        headline: 'Sanne de Wit added a note.',
        text: 'The bank confirms two debits.',
        data: { noteId: '0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24' },
      },
    ],
  })
export type TimelineEntry = z.output<typeof TimelineEntry>

export const TimelineQuery = z.strictObject(paging)
export const TimelinePage = page(TimelineEntry, 'TimelinePage')
