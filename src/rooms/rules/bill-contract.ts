import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { exampleRule, ruleKinds, ruleStates } from './contract.ts'

const exampleFigures = {
  cases: 11,
  chases: 19,
  gestures: 8,
  given: { amount: '412.50', currency: 'EUR' },
  recoveries: 3,
}
const exampleOthers = {
  cases: 240,
  chases: 61,
  gestures: 21,
  given: { amount: '530.00', currency: 'EUR' },
  recoveries: 9,
}

const CostOfCases = z
  .object({
    cases: z.int().describe('Of how many cases the other figures are.'),
    chases: z.int().describe('How often their customers had to call again before they were called.'),
    gestures: z.int().describe('What was given and not taken back.'),
    given: out.money.describe('What these gestures come to.'),
    recoveries: z
      .int()
      .describe(
        'How many of the cases repair what went wrong before, or were opened again since the customer was not content.',
      ),
  })
  .meta({
    id: 'CostOfCases',
    description: 'What a number of cases cost their customers, and the organisation.',
    examples: [exampleFigures],
  })
export type CostOfCases = z.output<typeof CostOfCases>

const decisions = ['change', 'abolish', 'lapse'] as const

export const exampleEffect = {
  decision: 'change',
  at: '2026-07-01T08:00:00.000Z',
  knownFrom: '2026-09-29T08:00:00.000Z',
  bentBefore: 12,
  before: exampleOthers,
  bentAfter: 2,
  after: { ...exampleOthers, chases: 32, recoveries: 4 },
}

export const RuleEffect = z
  .object({
    decision: z.enum(decisions).describe('`lapse`: nobody renewed it, and it ended by itself.'),
    at: out.moment,
    knownFrom: out.moment.describe('Ninety days later.'),
    bentBefore: z.int().describe('How often it was bent in the 90 days before.'),
    before: CostOfCases.describe(
      'Of all cases that were opened in these 90 days, on the topics on which it was bent in them.',
    ),
    bentAfter: z
      .int()
      .nullable()
      .describe('How often it was bent in the 90 days after; null until they are over.'),
    after: CostOfCases.nullable().describe('Of the cases on the same topics; null until then.'),
  })
  .meta({
    id: 'RuleEffect',
    description: 'What became different by a change or an end of a rule.',
    examples: [exampleEffect],
  })
export type RuleEffect = z.output<typeof RuleEffect>

const exampleIdea = {
  id: '0199a3fb-5d20-7b14-8c66-0e9f1a2b3c4d',
  title: 'Pay back what was our mistake, whenever it was',
  state: 'open',
  supports: 4,
}

const IdeaAgainst = z
  .object({
    id: out.id,
    title: z.string(),
    state: z.enum(['open', 'adopted', 'trying', 'declined']),
    supports: z.int().describe('How many support it.'),
  })
  .meta({ id: 'IdeaAgainst', description: 'An idea against a rule.', examples: [exampleIdea] })

export const RuleBill = z
  .object({
    ruleId: out.id,
    code: z.string(),
    title: z.string(),
    kind: z.enum(ruleKinds),
    state: z.enum(ruleStates),
    from: out.moment.describe('The figures are of the 90 days up to `until`.'),
    until: out.moment,
    bent: z.int().describe('How often it was bent in these days.'),
    bentEver: z.int(),
    costOfBending: CostOfCases.describe('Of the cases that it was bent for in these days.'),
    besides: CostOfCases.describe(
      'Of the other cases on the same topics that were opened in these days, to compare with.',
    ),
    shareOfHonestPeopleBurdened: z.number().nullable().describe('From 0 to 1.'),
    burden: z
      .string()
      .nullable()
      .describe('Said of a house rule that burdens more than half of the honest people; null else.'),
    ideas: z.array(IdeaAgainst).describe('The ideas against it, the latest first: fifty at most.'),
    effects: z
      .array(RuleEffect)
      .describe('Of each change and of the end, the latest first: before it, and ninety days after it.'),
  })
  .meta({
    id: 'RuleBill',
    description:
      'What a rule has to earn its renewal with. It counts cases and nobody’s work; cases about an employee are left out.',
    examples: [
      {
        ruleId: exampleRule.id,
        code: exampleRule.code,
        title: exampleRule.title,
        kind: 'house',
        state: 'active',
        from: '2026-08-04T09:00:00.000Z',
        until: '2026-11-02T09:00:00.000Z',
        bent: 12,
        bentEver: 27,
        costOfBending: exampleFigures,
        besides: exampleOthers,
        shareOfHonestPeopleBurdened: 0.6,
        burden: exampleRule.burden,
        ideas: [exampleIdea],
        effects: [exampleEffect],
      },
    ],
  })
export type RuleBill = z.output<typeof RuleBill>
