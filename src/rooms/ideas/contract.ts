import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { flag, id, moment, out, several } from '../../lib/wire.ts'
import { exampleParts } from '../cases/parts-contract.ts'
import { Colleague } from '../consultations/contract.ts'
import { exampleEffect, RuleEffect } from '../rules/bill-contract.ts'
import { exampleRule } from '../rules/contract.ts'
import { valueCode } from '../values/contract.ts'

export const IdeaParams = z.strictObject({ ideaId: id })

export const decisions = ['adopted', 'trying', 'declined'] as const
const states = ['open', ...decisions] as const

export const exampleAnswer = {
  decision: 'adopted',
  reason: 'It costs us more to refuse than to pay.',
  by: { id: '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89', name: 'Piet Bakker' },
  at: '2026-11-10T09:00:00.000Z',
}
export const exampleResult = {
  text: 'Nobody has called twice about it since.',
  by: exampleAnswer.by,
  at: '2026-12-10T09:00:00.000Z',
}

const { before: _, after: __, ...exampleTurn } = exampleEffect
const exampleEffectOn = {
  ...exampleTurn,
  at: '2026-11-12T08:00:00.000Z',
  knownFrom: '2027-02-10T08:00:00.000Z',
  ruleId: exampleRule.id,
}

export const exampleIdea = {
  id: '0199a3fa-6d10-7b44-8c21-3e5f7a9b1c2d',
  title: 'Pay small bills back without a form',
  body: 'A bill of less than ten euros costs us more in calls than it is worth.',
  anonymous: false,
  author: { id: exampleParts.owner.id, name: exampleParts.owner.name },
  caseIds: ['0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d'],
  ruleIds: [exampleRule.id],
  values: ['honest'],
  supports: 3,
  supported: false,
  state: 'adopted',
  answerBy: '2026-11-16T23:00:00.000Z',
  overdue: false,
  answeredLate: false,
  answer: exampleAnswer,
  result: exampleResult,
  effects: [exampleEffectOn],
  createdAt: '2026-11-02T09:30:00.000Z',
  version: 3,
}

const IdeaAnswer = z
  .object({ decision: z.enum(decisions), reason: z.string(), by: Colleague, at: out.moment })
  .meta({
    id: 'IdeaAnswer',
    description: 'What was decided about an idea, and why.',
    examples: [exampleAnswer],
  })
const IdeaResult = z
  .object({ text: z.string(), by: Colleague, at: out.moment })
  .meta({ id: 'IdeaResult', description: 'What came of an idea.', examples: [exampleResult] })

const IdeaEffect = RuleEffect.pick({
  decision: true,
  at: true,
  knownFrom: true,
  bentBefore: true,
  bentAfter: true,
})
  .extend({ ruleId: out.id.describe('The rule; its bill tells what its cases cost before and after.') })
  .meta({
    id: 'IdeaEffect',
    description: 'What became different by a change or an end of a rule that an idea was against.',
    examples: [exampleEffectOn],
  })

export const Idea = z
  .object({
    id: out.id,
    title: z.string(),
    body: z.string(),
    anonymous: z.boolean().describe('Whose it is, is not on record anywhere.'),
    author: Colleague.nullable().describe('Null for an anonymous idea.'),
    caseIds: z.array(out.id).describe('The cases that it comes from, as far as you see them.'),
    ruleIds: z.array(out.id).describe('The rules that it is against.'),
    values: z.array(z.string()).describe('The codes of the values that it serves.'),
    supports: z.int().describe('How many colleagues support it.'),
    supported: z.boolean().describe('Whether you do.'),
    state: z.enum(states),
    answerBy: out.moment.describe('By when it is owed an answer.'),
    overdue: z.boolean().describe('That moment has passed, and there is none.'),
    answeredLate: z.boolean().describe('There is one, and it came after that moment.'),
    answer: IdeaAnswer.nullable(),
    result: IdeaResult.nullable(),
    effects: z
      .array(IdeaEffect)
      .describe(
        'What became different by changes and ends of rules that it was against, the latest first: each from ninety days later on.',
      ),
    createdAt: out.moment,
    version: z.int(),
  })
  .meta({
    id: 'Idea',
    description: 'An idea for improvement, which is owed an answer.',
    examples: [exampleIdea],
  })
export type Idea = z.output<typeof Idea>

export const IdeaQuery = z.strictObject({
  ...paging,
  state: several(z.enum(states)).optional(),
  overdue: flag.optional().describe('Only those whose answer is overdue, or only the others.'),
  authorId: several(id).optional(),
  supportedById: several(id).optional(),
  caseId: several(id).optional(),
  ruleId: several(id).optional(),
  value: several(valueCode).optional(),
  createdAfter: moment.optional().describe('Only those later than this.'),
  createdBefore: moment.optional().describe('Only those earlier than this.'),
})
export type IdeaQuery = z.output<typeof IdeaQuery>
export const IdeaPage = page(Idea, 'IdeaPage')
