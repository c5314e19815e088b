import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { day, out, text } from '../../lib/wire.ts'
import { Colleague } from '../consultations/contract.ts'

const decisions = ['keep', 'change', 'abolish'] as const

export const exampleReviewer = { id: '0199a3ed-b6c1-7a40-8d2f-1c3e5a7b9d02', name: 'Fatima el Amrani' }

export const RuleReview = z
  .object({ decision: z.enum(decisions), reason: z.string(), by: Colleague, at: out.moment })
  .meta({
    id: 'RuleReview',
    description: 'What was decided about a rule, by whom and why.',
    examples: [
      {
        decision: 'keep',
        reason: 'Two bills in three are right by then.',
        by: exampleReviewer,
        at: '2026-11-20T10:00:00.000Z',
      },
    ],
  })

export const RuleReviewing = z
  .strictObject({
    decision: z.enum(decisions),
    reason: text(2000),
    reviewOn: day
      .optional()
      .describe('The next review, later than today. Needed to keep or change a house rule.'),
    text: text().optional().describe('With `change`: what it says from now on.'),
  })
  .refine(({ decision, text }) => (decision === 'change') === (text !== undefined), {
    error: 'goes with the decision to change, and is needed there',
    path: ['text'],
    ...evenSo,
  })
  .refine(({ decision, reviewOn }) => decision !== 'abolish' || reviewOn === undefined, {
    error: 'does not go with abolishing',
    path: ['reviewOn'],
    ...evenSo,
  })
  .meta({
    id: 'RuleReviewing',
    description: 'A decision about a rule: to keep it, to change what it says, or to abolish it.',
    examples: [{ decision: 'keep', reason: 'Two bills in three are right by then.', reviewOn: '2091-05-01' }],
  })
export type RuleReviewing = z.output<typeof RuleReviewing>
