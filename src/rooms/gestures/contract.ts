import { z } from 'zod'
import { amountIn, faultOfGift } from '../../lib/meaning/amount-in.ts'
import { meant } from '../../lib/meanings.ts'
import { page, paging } from '../../lib/page.ts'
import { Doer, id, line, moment, money, out, several, text } from '../../lib/wire.ts'
import { exampleParts } from '../cases/parts-contract.ts'
import { Colleague } from '../consultations/contract.ts'
import { servedValues, valueCode } from '../values/contract.ts'

export const GestureParams = z.strictObject({ gestureId: id })

export const gestureKinds = ['refund', 'credit', 'discount', 'gift', 'service'] as const
const states = ['granted', 'fulfilled', 'withdrawn'] as const

const fulfilment = {
  reference: 'CN-2026-00417',
  at: '2026-11-02T15:02:10.000Z',
  by: { kind: 'system', id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12' },
}
const exampleGesture = {
  id: '0199a402-3f1d-7a6b-9c80-5d4e3f2a1b0c',
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  teamId: '0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40',
  owner: { id: exampleParts.owner.id, name: exampleParts.owner.name },
  grantedBy: { id: exampleParts.owner.id, name: exampleParts.owner.name },
  kind: 'credit',
  amount: { amount: '25.00', currency: 'EUR' },
  reason: 'Charged twice, and we called back a day late.',
  values: ['honest'],
  state: 'granted',
  askId: null,
  outreachId: null,
  remaining: { amount: '1975.00', currency: 'EUR' },
  fulfilment: null,
  withdrawn: null,
  grantedAt: '2026-11-02T09:15:20.000Z',
  version: 1,
}

const Fulfilment = z
  .object({
    reference: z.string().describe('What the system that did it calls it.'),
    at: out.moment,
    by: Doer,
  })
  .meta({
    id: 'Fulfilment',
    description: 'The customer has it: when, and by which system.',
    examples: [fulfilment],
  })

const GestureWithdrawal = z.object({ at: out.moment, by: Colleague, reason: z.string().nullable() }).meta({
  id: 'GestureWithdrawal',
  description: 'It was taken back before it was fulfilled.',
  examples: [{ at: fulfilment.at, by: exampleGesture.owner, reason: 'The bank paid it back itself.' }],
})

export const Gesture = z
  .object({
    id: out.id,
    caseId: out.id,
    reference: z.string().describe('The number of the case.'),
    teamId: out.id.describe('The team of the case when it was granted.'),
    owner: Colleague.describe('Whose case it was.'),
    grantedBy: Colleague.describe('The owner, or who stood in for them.'),
    kind: z.enum(gestureKinds),
    amount: out.money,
    reason: z.string(),
    values: z.array(z.string()).describe('The codes of the values that it serves.'),
    state: z.enum(states),
    outreachId: out.id.nullable().describe('The outreach that pays for it; null: it is the owner’s own.'),
    askId: out.id
      .nullable()
      .describe('The ask by which it was granted: then it is outside the budgets and the ceiling.'),
    remaining: out.money.describe('What is left now of the ceiling of the case.'),
    fulfilment: Fulfilment.nullable(),
    withdrawn: GestureWithdrawal.nullable(),
    grantedAt: out.moment,
    version: z.int(),
  })
  .meta({
    id: 'Gesture',
    description: 'Goodwill for a customer, which the owner of the case decided on alone.',
    examples: [exampleGesture],
  })
export type Gesture = z.output<typeof Gesture>

const GivenGesture = z
  .strictObject({
    kind: z.enum(gestureKinds),
    amount: money.describe('What it costs; more than zero.'),
    reason: text(2000).describe('Why the customer gets it.'),
    values: servedValues.optional().describe('The codes of the values that it serves: GET /v1/values.'),
  })
  .meta({
    id: 'NewGesture',
    description: 'What the customer gets. It is granted at once, within the ceiling and the budgets.',
    examples: [
      { kind: 'credit', amount: exampleGesture.amount, reason: exampleGesture.reason, values: ['honest'] },
    ],
  })
export const NewGesture = meant(GivenGesture, amountIn('amount', faultOfGift))
export type NewGesture = z.output<typeof NewGesture>

export const Fulfil = z
  .strictObject({
    reference: line(200).describe('The system’s own name for it; the same twice is one fulfilment.'),
  })
  .meta({
    id: 'Fulfil',
    description: 'The customer has it now.',
    examples: [{ reference: fulfilment.reference }],
  })
export type Fulfil = z.output<typeof Fulfil>

export const CaseGestureQuery = z.strictObject({ ...paging, state: several(z.enum(states)).optional() })

export const GestureQuery = z.strictObject({
  ...paging,
  state: several(z.enum(states)).optional(),
  kind: several(z.enum(gestureKinds)).optional(),
  caseId: several(id).optional(),
  teamId: several(id).optional(),
  ownerId: several(id).optional(),
  grantedById: several(id).optional(),
  value: several(valueCode).optional().describe('Only those that serve this value, or one of these.'),
  grantedAfter: moment.optional().describe('Only those granted later than this.'),
  grantedBefore: moment.optional().describe('Only those granted earlier than this.'),
})
export const GesturePage = page(Gesture, 'GesturePage')
