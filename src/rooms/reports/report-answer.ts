import { z } from 'zod'
import { toMoney } from '../../lib/money.ts'
import { out } from '../../lib/wire.ts'
import { groupings, ReportGroup } from './period-contract.ts'
import type { Report } from './report.ts'

export const ReportCsv = z.string().meta({
  id: 'ReportCsv',
  description:
    'The same as CSV (RFC 4180): a line for each group; or one for the total, and behind it one for each of the `values` where the report has them.',
  examples: ['group,name,promised,kept\r\ntotal,,12,11\r\n'],
})

export const Picture = z.string().meta({
  id: 'Picture',
  description: 'The same as a picture (SVG), with a title and a description for whoever does not see it.',
  examples: ['<svg xmlns="http://www.w3.org/2000/svg" role="img" width="1200" height="800"></svg>'],
})

/** What a report answers. Its example is made of nothing at all. */
export function answerOf({ name, title, figures, figuresOf, parts, values }: Report) {
  const id = `${name[0]?.toUpperCase()}${name.slice(1)}`
  const zero = Object.fromEntries(parts.flatMap(({ counts }) => Object.keys(counts).map((key) => [key, 0])))
  const example = figuresOf(zero, toMoney(0, 'EUR').currency)
  const Figures = figures.meta({
    id: `${id}Figures`,
    description: `The figures of the report of ${name}, good news first.`,
    examples: [example],
  })
  const Line = z.object({ group: ReportGroup, figures: Figures }).meta({
    id: `${id}Line`,
    description: 'A line of a report.',
    examples: [{ group: { key: '2026-W48', name: null }, figures: example }],
  })
  const about = {
    report: name,
    from: '2026-08-24T00:00:00.000Z',
    until: '2026-11-22T00:00:00.000Z',
    by: 'week',
    asOf: '2026-11-22T08:00:00.000Z',
  }
  return z
    .object({
      report: z.literal(name),
      from: out.moment,
      until: out.moment,
      by: z.enum(groupings).nullable(),
      asOf: out.moment.describe(
        'When it was asked for; `Data-As-Of` says as of when the data is, which may be a little earlier on a replica.',
      ),
      total: Figures,
      data: z.array(Line).describe('A line for each group that has something; none without `by`.'),
      ...(values && {
        values: z
          .array(values.line)
          .describe('What was done for each value of the organisation in the whole period.'),
      }),
    })
    .meta({
      id: `${id}Report`,
      description: `${title.replace('Report', 'Tells')}.`,
      examples: [
        {
          ...about,
          total: example,
          data: [{ group: { key: '2026-W48', name: null }, figures: example }],
          ...(values && { values: [] }),
        },
      ],
    })
}
