import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { naming } from '../../lib/meaning/names.ts'
import { page, paging } from '../../lib/page.ts'
import { day, flag, id, line, out, several, text } from '../../lib/wire.ts'
import { Colleague } from '../consultations/contract.ts'
import { exampleReviewer as owner, RuleReview } from './review-contract.ts'

export const RuleParams = z.strictObject({ ruleId: id })

export const ruleKinds = ['house', 'contract', 'statutory'] as const
export const ruleStates = ['active', 'abolished', 'lapsed'] as const

export const exampleRule = {
  id: '0199a3f8-2c71-7d05-b3e4-6f8a1b9c0d21',
  code: 'no-refund-after-30-days',
  title: 'No refund after 30 days',
  text: 'We pay nothing back for a bill that is more than 30 days old.',
  textNumber: 1,
  kind: 'house',
  ownerId: owner.id,
  owner,
  reviewOn: '2027-05-01',
  shareOfHonestPeopleBurdened: 0.6,
  burden: 'This rule burdens more than half of the honest people whom it meets.',
  state: 'active',
  reviewDueSince: null,
  lastReview: null,
  createdAt: '2026-11-02T08:00:00.000Z',
  version: 1,
}

export const Rule = z
  .object({
    id: out.id,
    code: z.string(),
    title: z.string(),
    text: z.string().describe('What it says now.'),
    textNumber: z.int().describe('How many texts it has had: each change by a review makes another.'),
    kind: z
      .enum(ruleKinds)
      .describe(
        '`house`: our own; `contract`: agreed with others; `statutory`: the law, which nobody bends.',
      ),
    ownerId: out.id,
    owner: Colleague.describe('Who answers for it.'),
    reviewOn: out.day
      .nullable()
      .describe(
        'The day by which it is reviewed. A house rule lapses at its end, in the organisation’s time.',
      ),
    shareOfHonestPeopleBurdened: z.number().nullable().describe('From 0 to 1.'),
    burden: z
      .string()
      .nullable()
      .describe('Said of a house rule that burdens more than half of the honest people; null else.'),
    state: z.enum(ruleStates),
    reviewDueSince: out.moment
      .nullable()
      .describe('When it was told that a review is due: the rule was bent often, or its day has come.'),
    lastReview: RuleReview.nullable(),
    createdAt: out.moment,
    version: z.int(),
  })
  .meta({
    id: 'Rule',
    description: 'A rule of the company. An owner may bend it for a customer, unless it is the law.',
    examples: [exampleRule],
  })
export type Rule = z.output<typeof Rule>

const share = z.number().min(0).max(1)
const said = {
  code: naming(
    'newRule',
    z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens, such as no-refund')
      .max(60),
  ),
  title: line(120),
  text: text(),
  ownerId: naming('colleague', id).describe('The employee who answers for it.'),
}

export const NewRule = z
  .strictObject({
    ...said,
    ownerId: said.ownerId
      .optional()
      .describe(
        'The employee who answers for it; left out: who makes it, or where a system does, who has been here longest of the admins, else of the coaches, else of all.',
      ),
    kind: z.enum(ruleKinds),
    reviewOn: day.optional().describe('Later than today. A house rule needs one.'),
    shareOfHonestPeopleBurdened: share
      .optional()
      .describe('How many of those whom it meets mean no harm, from 0 to 1. A house rule needs it.'),
  })
  .refine(({ kind, reviewOn }) => kind !== 'house' || reviewOn !== undefined, {
    error: 'is needed for a house rule',
    path: ['reviewOn'],
    ...evenSo,
  })
  .refine(({ kind, shareOfHonestPeopleBurdened: burdened }) => kind !== 'house' || burdened !== undefined, {
    error: 'is needed for a house rule',
    path: ['shareOfHonestPeopleBurdened'],
    ...evenSo,
  })
  .meta({
    id: 'NewRule',
    description: 'A rule to make.',
    examples: [
      {
        code: exampleRule.code,
        title: exampleRule.title,
        text: exampleRule.text,
        kind: 'house',
        ownerId: owner.id,
        reviewOn: '2090-05-01',
        shareOfHonestPeopleBurdened: 0.6,
      },
    ],
  })
export type NewRule = z.output<typeof NewRule>

export const RuleChange = z
  .strictObject({
    title: said.title.optional(),
    ownerId: said.ownerId.optional(),
    shareOfHonestPeopleBurdened: share.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'RuleChange',
    description: 'What changes of a rule. Its text and its review day change by a review, with a reason.',
    examples: [{ shareOfHonestPeopleBurdened: 0.4 }],
  })
export type RuleChange = z.output<typeof RuleChange>

export const RuleQuery = z.strictObject({
  ...paging,
  code: several(z.string().max(60)).optional(),
  kind: several(z.enum(ruleKinds)).optional(),
  state: several(z.enum(ruleStates)).optional(),
  ownerId: several(id).optional(),
  reviewDue: flag.optional().describe('True: only those of which a review is due; false: only the others.'),
})
export type RuleQuery = z.output<typeof RuleQuery>
export const RulePage = page(Rule, 'RulePage')
