import { z } from 'zod'

export const ReportGroup = z
  .object({
    key: z
      .string()
      .nullable()
      .describe(
        'The week (`2026-W48`), the month (`2026-11`), the id of the team or the code of the topic; null: no topic.',
      ),
    name: z.string().nullable().describe('Of the team or the topic.'),
  })
  .meta({
    id: 'ReportGroup',
    description: 'To what a line of a report belongs.',
    examples: [{ key: '2026-W48', name: null }],
  })
