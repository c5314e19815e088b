import { z } from 'zod'
import { out } from '../../lib/wire.ts'

export const EventTicket = z
  .object({
    ticket: z.string().describe('Send it as `GET /v1/events?ticket=…`, once.'),
    expiresAt: out.moment.describe('A minute from now.'),
  })
  .meta({
    id: 'EventTicket',
    description: 'Opens one stream of events for whoever asked for it, where no Authorization can be sent.',
    examples: [{ ticket: 'evt_9fK2mXqT7bR4wZ1cV8nL5pYd3hJ6gS0aQeUi', expiresAt: '2026-11-02T09:13:44.000Z' }],
  })
export type EventTicket = z.output<typeof EventTicket>
