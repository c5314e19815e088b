import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { groupings } from '../reports/period-contract.ts'
import { JourneyEdge, JourneyLine, JourneyNode, JourneyPlace, JourneyWay, times } from './parts-contract.ts'

export const Journey = z
  .object({
    report: z.literal('journey'),
    from: out.moment,
    until: out.moment,
    by: z.enum(groupings).nullable(),
    asOf: out.moment,
    cases: z.int().describe('Cases that were resolved in the period; each with its whole way until then.'),
    medianHours: times.medianHours,
    p90Hours: times.p90Hours,
    nodes: z.array(JourneyNode).describe('The most frequent first.'),
    edges: z.array(JourneyEdge).describe('Those of five cases or more, the most frequent first.'),
    promisesBreak: z.array(JourneyPlace).describe('After which steps promises were broken; of `edges`.'),
    colleaguesAsked: z.array(JourneyPlace).describe('After which steps colleagues were asked; of `edges`.'),
    ways: z
      .array(JourneyWay)
      .describe('Those of five cases or more, the most frequent first; fifty at most.'),
    folded: z
      .object({
        ways: z.int().describe('How many other ways there are.'),
        cases: z.int().describe('How many cases took one of them.'),
        share: z.number().nullable().describe('Of all cases, from 0 to 1; null where there are none.'),
        edges: z.int().describe('How many other edges there are.'),
      })
      .describe('What fewer than five cases have in common is folded together, so that no case is told of.'),
    data: z.array(JourneyLine).describe('A line for each group that has a case; none without `by`.'),
  })
  .meta({
    id: 'Journey',
    description: 'The ways that questions really took, from opened to resolved.',
    examples: [
      {
        report: 'journey',
        from: '2026-08-24T00:00:00.000Z',
        until: '2026-11-22T00:00:00.000Z',
        by: null,
        asOf: '2026-11-22T08:00:00.000Z',
        cases: 1200,
        medianHours: 6.6,
        p90Hours: 48.3,
        nodes: [{ step: 'promised', name: 'Promise made', count: 1120, cases: 1012, share: 0.8433 }],
        edges: [
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
        promisesBreak: [{ after: 'promised', count: 61, share: 0.6703 }],
        colleaguesAsked: [{ after: 'promised', count: 120, share: 0.8 }],
        ways: [
          {
            steps: ['opened', 'promised', 'kept', 'answered'],
            cases: 611,
            share: 0.5092,
            medianHours: 6.5,
            p90Hours: 21.9,
          },
        ],
        folded: { ways: 84, cases: 131, share: 0.1092, edges: 17 },
        data: [],
      },
    ],
  })
export type Journey = z.output<typeof Journey>

export const JourneyCsv = z.string().meta({
  id: 'JourneyCsv',
  description:
    'The same as CSV (RFC 4180): a line for each node, edge and way, what is folded together, and a line for each group (`part` is what `by` says, `steps` its key). `steps` names the others in their order.',
  examples: [
    'part,steps,count,cases,share,medianHours,p90Hours\r\nedge,promised > kept,903,880,0.8063,6.4,22.1\r\n',
  ],
})
