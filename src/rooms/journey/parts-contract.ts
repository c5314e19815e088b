import { z } from 'zod'
import { ReportGroup } from '../reports/period-contract.ts'
import { stepCodes } from './steps-contract.ts'

const step = z.enum(stepCodes)
const count = z.int().describe('How often.')
const cases = z.int().describe('In how many cases.')
const hours = (what: string) =>
  z.number().nullable().describe(`${what}, in hours of the calendar, nights and weekends included.`)
export const times = {
  medianHours: hours('The median of the time that passed'),
  p90Hours: hours('Nine of ten took no longer than this'),
}

export const JourneyLine = z
  .object({
    group: ReportGroup,
    figures: z.object({ cases, ...times }).meta({
      id: 'JourneyFigures',
      description: 'How many cases were resolved, and how long they took.',
      examples: [{ cases: 96, medianHours: 6.4, p90Hours: 47.1 }],
    }),
  })
  .meta({
    id: 'JourneyLine',
    description: 'A line of the report: of a week, a month, a team or a topic.',
    examples: [
      {
        group: { key: '2026-W45', name: null },
        figures: { cases: 96, medianHours: 6.4, p90Hours: 47.1 },
      },
    ],
  })

export const JourneyNode = z
  .object({ step, name: z.string(), count, cases, share: z.number().describe('Of all cases, from 0 to 1.') })
  .meta({
    id: 'JourneyNode',
    description: 'A step on the way of questions.',
    examples: [{ step: 'promised', name: 'Promise made', count: 1120, cases: 1012, share: 0.8433 }],
  })
export type JourneyNode = z.output<typeof JourneyNode>

export const JourneyEdge = z
  .object({
    from: step,
    to: step,
    count,
    cases,
    share: z.number().describe('Of all that came right after `from`, from 0 to 1.'),
    ...times,
  })
  .meta({
    id: 'JourneyEdge',
    description: 'That one step came right after another.',
    examples: [
      {
        from: 'promised',
        to: 'kept',
        count: 903,
        cases: 880,
        share: 0.8063,
        medianHours: 6.4,
        p90Hours: 22.1,
      },
    ],
  })
export type JourneyEdge = z.output<typeof JourneyEdge>

export const JourneyPlace = z
  .object({ after: step, count, share: z.number().describe('Of all times, from 0 to 1.') })
  .meta({
    id: 'JourneyPlace',
    description: 'Where on the way something happened: right after which step.',
    examples: [{ after: 'promised', count: 61, share: 0.6703 }],
  })

export const JourneyWay = z
  .object({
    steps: z.array(step).describe('From the first to the last; what happened again right away stands once.'),
    cases,
    share: z.number().describe('Of all cases, from 0 to 1.'),
    ...times,
  })
  .meta({
    id: 'JourneyWay',
    description: 'A way that five or more questions took, from opened to resolved.',
    examples: [
      {
        steps: ['opened', 'promised', 'kept', 'answered'],
        cases: 611,
        share: 0.5092,
        medianHours: 6.5,
        p90Hours: 21.9,
      },
    ],
  })
export type JourneyWay = z.output<typeof JourneyWay>
