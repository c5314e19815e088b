import { z } from 'zod'
import { orderIn } from '../../lib/meaning/moments-in.ts'
import { meant } from '../../lib/meanings.ts'
import { paging } from '../../lib/page.ts'
import { day, id, moment, several } from '../../lib/wire.ts'

/** By what the lines of a report are told apart. */
export const groupings = ['week', 'month', 'team', 'topic'] as const
export type Grouping = (typeof groupings)[number]

const when = z.string().refine((given) => day.safeParse(given).success || moment.safeParse(given).success, {
  error: 'must be a day such as 2026-11-21, or a moment such as 2026-11-21T09:30:00Z',
})

const period = {
  from: when.optional().describe('The first day, or moment. Left out: 90 days before `until`.'),
  until: when
    .optional()
    .describe('The last day, which counts, or the moment that no longer does. Left out: now.'),
}
const runsForward = orderIn('from', 'until')
const format = z.enum(['json', 'csv']).optional().describe('`csv` answers as `Accept: text/csv` does.')
const formatWithPictures = z
  .enum(['json', 'csv', 'svg'])
  .optional()
  .describe('`csv` answers as `Accept: text/csv` does, `svg` as `Accept: image/svg+xml`.')

const narrowed = {
  teamId: several(id).optional().describe('Only cases of these teams.'),
  topic: several(z.string().max(60)).optional().describe('Only cases on these topics, by their codes.'),
}
const by = z.enum(groupings).optional().describe('A line for each; left out: the total alone.')

/** What a report about cases can be narrowed by and divided by. */
export const ReportQuery = meant(z.strictObject({ ...period, format, ...narrowed, by }), runsForward)

/** The same of a report that is also drawn. */
export const DrawnReportQuery = meant(
  z.strictObject({ ...period, format: formatWithPictures, ...narrowed, by }),
  runsForward,
)
export type ReportQuery = z.output<typeof DrawnReportQuery>

/** The same of what teams know: as it is now, but for what they asked others in the period. */
export const CoverageQuery = meant(
  z.strictObject({
    ...paging,
    ...period,
    format,
    teamId: several(id).optional().describe('Only these teams.'),
    topic: several(z.string().max(60)).optional().describe('Only these topics, by their codes.'),
    by: z.enum(groupings).optional().describe('What each team asked others, in lines of these.'),
  }),
  runsForward,
)
export type CoverageQuery = z.output<typeof CoverageQuery>

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
