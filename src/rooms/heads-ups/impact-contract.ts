import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { exampleHeadsUp, HeadsUp } from './contract.ts'

const exampleHour = { from: '2026-11-23T08:00:00.000Z', cases: 7, usual: 1.5 }

const ImpactHour = z
  .object({
    from: out.moment,
    cases: z.int().describe('Linked cases that were opened in this hour.'),
    usual: z
      .number()
      .describe('Cases on its topic in this hour of the week, the mean of the eight weeks before it.'),
  })
  .meta({
    id: 'ImpactHour',
    description: 'An hour, beside what is usual for it.',
    examples: [exampleHour],
  })

const Impact = z
  .object({
    cases: z.int(),
    customers: z.int().describe('How many customers rang.'),
    forecastError: z
      .number()
      .nullable()
      .describe('By how much the forecast was wrong, as a share of what came; null before the end.'),
    hours: z
      .array(ImpactHour)
      .describe('Hours since its beginning in which something is or is usual; 400 at most.'),
  })
  .meta({
    id: 'HeadsUpImpact',
    description: 'What a heads-up brought.',
    examples: [{ cases: 7, customers: 7, forecastError: null, hours: [exampleHour] }],
  })

export const ShownHeadsUp = HeadsUp.extend({ impact: Impact }).meta({
  id: 'ShownHeadsUp',
  description: 'A heads-up with what it brought.',
  examples: [
    { ...exampleHeadsUp, impact: { cases: 7, customers: 7, forecastError: null, hours: [exampleHour] } },
  ],
})
export type ShownHeadsUp = z.output<typeof ShownHeadsUp>
