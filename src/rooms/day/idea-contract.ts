import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { exampleEffect, RuleEffect } from '../rules/bill-contract.ts'
import { exampleRule } from '../rules/contract.ts'

const exampleRuleEffect = { ruleId: exampleRule.id, title: exampleRule.title, ...exampleEffect }

const DayRuleEffect = RuleEffect.extend({ ruleId: out.id, title: z.string().describe('Of the rule.') }).meta({
  id: 'DayRuleEffect',
  description: 'What became different by a change or an end of a rule that an idea was against.',
  examples: [exampleRuleEffect],
})

export const exampleDayIdea = {
  id: '0199a3fa-6d10-7b44-8c21-3e5f7a9b1c2d',
  title: 'Pay small bills back without a form',
  mine: true,
  state: 'trying',
  overdue: false,
  reason: 'Let us see for a month.',
  result: null,
  effects: [exampleRuleEffect],
  newsAt: '2026-11-10T09:00:00.000Z',
}

export const DayIdea = z
  .object({
    id: out.id,
    title: z.string(),
    mine: z.boolean().describe('It is yours; else you support it.'),
    state: z.enum(['open', 'adopted', 'trying', 'declined']),
    overdue: z.boolean().describe('It is owed an answer, and the moment by which it is has passed.'),
    reason: z.string().nullable().describe('Why it was decided so.'),
    result: z.string().nullable().describe('What came of it.'),
    effects: z
      .array(DayRuleEffect)
      .describe(
        'Of rules that it was against, the effects of a change or an end that came to be known in the last 14 days, ninety days after it.',
      ),
    newsAt: out.moment.describe('When something last happened with it.'),
  })
  .meta({
    id: 'DayIdea',
    description: 'What became of an idea of yours, or one that you support.',
    examples: [exampleDayIdea],
  })
export type DayIdea = z.output<typeof DayIdea>
