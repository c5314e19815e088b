import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { whole } from '../../lib/wire.ts'

export const CataloguedEventType = z
  .object({
    type: z.string(),
    description: z.string().describe('What happened.'),
    schema: z
      .record(z.string(), z.unknown())
      .describe('JSON Schema (2020-12) of the whole event. Events may have more members than it names.'),
    example: z.record(z.string(), z.unknown()).describe('Such an event.'),
  })
  .meta({
    id: 'EventType',
    description: 'A type of event: what it tells, in which form.',
    examples: [
      {
        type: 'note.added',
        description: 'A note was added to a case.',
        schema: { type: 'object', properties: { type: { const: 'note.added' } } },
        example: { type: 'note.added', data: { noteId: '0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24' } },
      },
    ],
  })

export const EventTypeQuery = z.strictObject({
  ...paging,
  limit: whole(1, 200).default(200).describe('How many at most.'),
})
export const EventTypePage = page(CataloguedEventType, 'EventTypePage')
