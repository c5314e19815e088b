import { z } from 'zod'
import { page } from '../../lib/page.ts'
import { out } from '../../lib/wire.ts'
import { exampleParts } from '../cases/parts-contract.ts'
import { ReportGroup } from './period-contract.ts'

const CoveredTopic = z
  .object({
    code: z.string(),
    name: z.string(),
    competent: z.int().describe('How many active members of the team know about it.'),
  })
  .meta({
    id: 'CoveredTopic',
    description: 'A topic, and how many of the team know about it.',
    examples: [{ ...exampleParts.topic, competent: 1 }],
  })

const ConsultedTopic = z
  .object({
    code: z.string(),
    name: z.string(),
    consultations: z.int().describe('How often somebody outside the team was asked about it.'),
  })
  .meta({
    id: 'ConsultedTopic',
    description: 'A topic about which a team asks others: what it could learn.',
    examples: [{ ...exampleParts.topic, consultations: 7 }],
  })

const HelpedTopic = z
  .object({
    code: z.string(),
    name: z.string(),
    rated: z.int().describe('Of how many answers the owners said whether they helped: five or more.'),
    helped: z.number().describe('The share of these that helped, from 0 to 1.'),
  })
  .meta({
    id: 'HelpedTopic',
    description: 'How often answers about a topic helped.',
    examples: [{ ...exampleParts.topic, rated: 8, helped: 0.75 }],
  })

const ConsultedGroup = z
  .object({
    group: ReportGroup,
    consultations: z.int().describe('How often somebody outside the team was asked then, or about that.'),
  })
  .meta({
    id: 'ConsultedGroup',
    description: 'How often a team asked others in a week or a month, or about a topic.',
    examples: [{ group: { key: '2026-W48', name: null }, consultations: 3 }],
  })

const CoveredTeam = z
  .object({ id: out.id, name: z.string().describe('Of the team that is looked at.') })
  .meta({
    id: 'CoveredTeam',
    description: 'The team that is looked at.',
    examples: [{ id: '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640', name: 'Team Noord' }],
  })

const example = {
  team: { id: '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640', name: 'Team Noord' },
  topics: [{ ...exampleParts.topic, competent: 1 }],
  thinTopics: [{ ...exampleParts.topic, competent: 1 }],
  missingDisciplines: ['back'],
  consultedOutside: [{ ...exampleParts.topic, consultations: 7 }],
}

const fields = {
  team: CoveredTeam,
  topics: z.array(CoveredTopic).describe('Every topic of the organisation, by its code.'),
  thinTopics: z.array(CoveredTopic).describe('Those that fewer than two know about, the fewest first.'),
  missingDisciplines: z
    .array(z.enum(['front', 'back']))
    .describe('Of which the team has no active member; who is `both` counts for each.'),
  consultedOutside: z
    .array(ConsultedTopic)
    .describe(
      'What others were asked about in the period, which is the past 90 days unless asked otherwise, the most asked first: what the team could learn.',
    ),
}

export const Coverage = z.object(fields).meta({
  id: 'Coverage',
  description: 'What a team knows, and what it has to ask others. It counts topics and measures nobody.',
  examples: [example],
})
export type Coverage = z.output<typeof Coverage>

export const ReportedCoverage = z
  .object({
    ...fields,
    answersHelped: z
      .array(HelpedTopic)
      .describe(
        'Of the answers that the team got in the period. A topic is left out until five answers of at least two colleagues were rated, so that neither an answer nor a person can be made out.',
      ),
    consultedOutsideBy: z
      .array(ConsultedGroup)
      .optional()
      .describe('With `by`: `consultedOutside` in lines of these, in order; what has none is left out.'),
  })
  .meta({
    id: 'ReportedCoverage',
    description: 'What a team knows, what it has to ask others, and whether that helped.',
    examples: [
      {
        ...example,
        answersHelped: [{ ...exampleParts.topic, rated: 8, helped: 0.75 }],
        consultedOutsideBy: [{ group: { key: '2026-W48', name: null }, consultations: 7 }],
      },
    ],
  })
export type ReportedCoverage = z.output<typeof ReportedCoverage>

export const CoveragePage = page(ReportedCoverage, 'CoveragePage')

export const CoverageCsv = z.string().meta({
  id: 'CoverageCsv',
  description:
    'The same as CSV (RFC 4180): a line for each topic of each team of the page; with `by`, for each group in which it asked others.',
  examples: ['team,name,missingDisciplines,topic,topicName,competent,consultedOutside,rated,helped\r\n'],
})
