import { z } from 'zod'

const exampleToken = 'Vh0zq1sXk3m9TtYb5nRwE7uLcA2dGfJo'

export const MadeCalendarFeed = z
  .object({
    url: z
      .string()
      .meta({ format: 'uri-reference' })
      .describe('The address to subscribe to; without a configured `PUBLIC_URL` it begins at the path.'),
    token: z.string().describe('What makes the address a secret. Shown now, and never again.'),
  })
  .meta({
    id: 'MadeCalendarFeed',
    description: 'A calendar feed that was made just now. Whoever has its address can read it.',
    examples: [
      {
        url: `https://eigenaar.example.org/v1/employees/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12/callbacks.ics?token=${exampleToken}`,
        token: exampleToken,
      },
    ],
  })
export type MadeCalendarFeed = z.output<typeof MadeCalendarFeed>

/**
 * A missing token is as good as a wrong one, so it is no mistake of form. Other parameters are ignored: people add some to
 * an address that a calendar program keeps, so that it is fetched anew.
 */
export const CalendarFeedQuery = z.object({
  token: z.string().max(200).optional().describe('The token of the feed; it is the only key that counts.'),
})

/** A calendar (RFC 5545), as text. */
export const CalendarFeed = z.string().meta({
  id: 'CalendarFeed',
  description: 'An iCalendar (RFC 5545) of callbacks.',
  examples: [
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Eigenaar//Callbacks//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88',
      'SEQUENCE:1',
      'DTSTAMP:20261102T091244Z',
      'DTSTART:20261102T130000Z',
      'DTEND:20261102T140000Z',
      'SUMMARY:Call back 100048275',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  ],
})
