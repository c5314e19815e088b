import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { amountIn, faultOfGift } from '../../lib/meaning/amount-in.ts'
import { aheadIn } from '../../lib/meaning/moments-in.ts'
import { meant } from '../../lib/meanings.ts'
import { page, paging } from '../../lib/page.ts'
import { flag, id, moment, money, out, several, text } from '../../lib/wire.ts'
import { exampleParts } from '../cases/parts-contract.ts'
import { Colleague } from '../consultations/contract.ts'
import { gestureKinds } from '../gestures/contract.ts'

export const AskParams = z.strictObject({ askId: id })

const states = ['open', 'granted', 'refused', 'withdrawn'] as const

const exampleAsk = {
  id: '0199a410-2c3d-7e4f-8a5b-6c7d8e9f0a1b',
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  teamId: '0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40',
  askedBy: { id: exampleParts.owner.id, name: exampleParts.owner.name },
  wish: 'Replace the boiler that our installer broke.',
  amount: { amount: '3200.00', currency: 'EUR' },
  reason: 'The customer has no heating, and it is our doing.',
  answerBy: '2026-11-02T13:15:20.000Z',
  askedAt: '2026-11-02T09:15:20.000Z',
  state: 'open',
  bySilence: false,
  answer: null,
  gestureId: null,
  closedAt: null,
  version: 1,
}
const exampleAnswer = {
  answer: 'no',
  reason: 'The boiler is under guarantee.',
  alternative: 'The installer replaces it tomorrow, and we lend a heater tonight.',
}

const AskAnswer = z
  .object({
    answer: z.enum(['yes', 'no']),
    reason: z.string().nullable(),
    alternative: z.string().nullable().describe('What the customer gets instead.'),
    by: Colleague,
  })
  .meta({
    id: 'AskAnswer',
    description: 'What a coach said.',
    examples: [{ ...exampleAnswer, by: { id: exampleAsk.id, name: 'Joost Bakker' } }],
  })

export const AskShown = z
  .object({
    id: out.id,
    caseId: out.id,
    reference: z.string().describe('The number of the case.'),
    teamId: out.id.describe('The team whose coaches answer.'),
    askedBy: Colleague.describe('The owner of the case, or who stood in for them.'),
    wish: z.string(),
    amount: out.money,
    reason: z.string(),
    answerBy: out.moment.describe('From this moment on it counts as granted, unless it was answered before.'),
    askedAt: out.moment,
    state: z.enum(states),
    bySilence: z.boolean().describe('Granted because nobody answered in time.'),
    answer: AskAnswer.nullable(),
    gestureId: out.id
      .nullable()
      .describe('What it became, once it is granted: a gesture outside the budgets.'),
    closedAt: out.moment.nullable(),
    version: z.int(),
  })
  .meta({
    id: 'Ask',
    description: 'An owner’s wish above the ceiling. Silence means yes.',
    examples: [exampleAsk],
  })
export type AskShown = z.output<typeof AskShown>

const GivenAsk = z
  .strictObject({
    wish: text(2000).describe('What the customer is to get.'),
    amount: money.describe('What it costs: up to `askCeiling` of the organisation.'),
    reason: text(2000),
    kind: z
      .enum(gestureKinds)
      .optional()
      .describe('The kind of gesture that it becomes; left out: `credit`.'),
    answerBy: moment
      .optional()
      .describe('When silence becomes a yes; left out: after four opening hours of the team.'),
  })
  .meta({
    id: 'NewAsk',
    description: 'A wish above the ceiling, which a coach answers in time or silence grants.',
    examples: [{ wish: exampleAsk.wish, amount: exampleAsk.amount, reason: exampleAsk.reason }],
  })
export const NewAsk = meant(GivenAsk, amountIn('amount', faultOfGift), aheadIn('answerBy'))
export type NewAsk = z.output<typeof NewAsk>

export const AnswerAsk = z
  .strictObject({
    answer: z.enum(['yes', 'no']),
    reason: text(2000).optional().describe('Needed for a no.'),
    alternative: text(2000).optional().describe('What the customer gets instead; needed for a no.'),
  })
  .refine(({ answer, reason }) => answer === 'yes' || reason !== undefined, {
    error: 'is needed for a no',
    path: ['reason'],
    ...evenSo,
  })
  .refine(({ answer, alternative }) => answer === 'yes' || alternative !== undefined, {
    error: 'is needed for a no',
    path: ['alternative'],
    ...evenSo,
  })
  .meta({
    id: 'AnswerAsk',
    description: 'Yes, or no with a reason and an alternative.',
    examples: [exampleAnswer],
  })
export type AnswerAsk = z.output<typeof AnswerAsk>

export const CaseAskQuery = z.strictObject({ ...paging, state: several(z.enum(states)).optional() })

export const AskQuery = z.strictObject({
  ...paging,
  state: several(z.enum(states)).optional(),
  caseId: several(id).optional(),
  teamId: several(id).optional(),
  askedById: several(id).optional(),
  bySilence: flag.optional().describe('Only those that silence granted, or only the others.'),
  answerByAfter: moment.optional().describe('Only those with an `answerBy` later than this.'),
  answerByBefore: moment.optional().describe('Only those with an `answerBy` earlier than this.'),
})
export const AskPage = page(AskShown, 'AskPage')
