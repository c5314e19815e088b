import { z } from 'zod'
import { naming } from '../../lib/meaning/names.ts'
import { page, paging, references } from '../../lib/page.ts'
import { id, moment, out, several, text } from '../../lib/wire.ts'
import { Colleague } from '../consultations/contract.ts'
import { exampleRule, ruleKinds } from '../rules/contract.ts'
import { servedValues } from '../values/contract.ts'

const exampleDeviation = {
  id: '0199a3f9-0b52-7c18-94d6-2e7a5c3f8b10',
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  ruleId: exampleRule.id,
  rule: { id: exampleRule.id, code: exampleRule.code, title: exampleRule.title, kind: 'house' },
  textNumber: 1,
  benefit: 'Gets the double debit of August back.',
  reason: 'The mistake was ours, and she was abroad.',
  values: ['honest'],
  by: { id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12', name: 'Sanne de Wit' },
  at: '2026-11-02T09:20:00.000Z',
}

const BentRule = z
  .object({ id: out.id, code: z.string(), title: z.string(), kind: z.enum(ruleKinds) })
  .meta({ id: 'BentRule', description: 'The rule that was bent.', examples: [exampleDeviation.rule] })

export const Deviation = z
  .object({
    id: out.id,
    caseId: out.id,
    reference: z.string().describe('The number of the case.'),
    ruleId: out.id,
    rule: BentRule,
    textNumber: z.int().describe('Which of the rule’s texts was bent.'),
    benefit: z.string().describe('What the customer has of it.'),
    reason: z.string(),
    values: z.array(z.string()).describe('The codes of the values that it serves.'),
    by: Colleague.describe('The owner of the case, or who stood in for them.'),
    at: out.moment,
  })
  .meta({
    id: 'Deviation',
    description: 'An owner bent a rule for a customer. It took effect at once.',
    examples: [exampleDeviation],
  })
export type Deviation = z.output<typeof Deviation>

export const NewDeviation = z
  .strictObject({
    ruleId: naming('rule', id),
    benefit: text(2000).describe('What the customer has of it.'),
    reason: text(2000),
    values: servedValues.optional().describe('The codes of the values that it serves: GET /v1/values.'),
  })
  .meta({
    id: 'NewDeviation',
    description: 'A rule to bend for the customer of a case.',
    examples: [
      {
        ruleId: exampleRule.id,
        benefit: exampleDeviation.benefit,
        reason: exampleDeviation.reason,
        values: ['honest'],
      },
    ],
  })
export type NewDeviation = z.output<typeof NewDeviation>

export const CaseDeviationQuery = z.strictObject({ ...paging, ruleId: several(id).optional() })
export type CaseDeviationQuery = z.output<typeof CaseDeviationQuery>

export const DeviationQuery = z.strictObject({
  ...paging,
  ruleId: several(id).optional(),
  caseId: several(id).optional(),
  reference: references.optional(),
  atAfter: moment.optional().describe('Only those later than this.'),
  atBefore: moment.optional().describe('Only those earlier than this.'),
})
export type DeviationQuery = z.output<typeof DeviationQuery>
export const DeviationPage = page(Deviation, 'DeviationPage')
