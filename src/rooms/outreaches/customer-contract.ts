import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { out, several } from '../../lib/wire.ts'
import { CaseCustomer, exampleParts } from '../cases/parts-contract.ts'
import { decisions } from './contract.ts'

const states = ['waiting', 'opened', 'asleep', 'passed-over'] as const
const reasons = ['opted-out', 'erased', 'merged', 'no-address', 'disturbed', 'no-place', 'too-late'] as const

const example = {
  customer: exampleParts.customer,
  decision: 'informAndRefund',
  refund: { amount: '12.50', currency: 'EUR' },
  why: null,
  state: 'opened',
  because: null,
  waitsFor: null,
  case: { id: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d', reference: '100048275' },
  gestureId: '0199a402-3f1d-7a6b-9c80-5d4e3f2a1b0c',
  callback: { from: '2026-11-24T10:00:00.000Z', until: '2026-11-24T11:00:00.000Z' },
  settledAt: '2026-11-23T08:00:02.000Z',
}

const OutreachCase = z.object({ id: out.id, reference: z.string() }).meta({
  id: 'OutreachCase',
  description: 'The case that an outreach opened.',
  examples: [example.case],
})

const PromisedWindow = z.object({ from: out.moment, until: out.moment }).meta({
  id: 'OutreachCallback',
  description: 'When the customer is called, as it was promised first.',
  examples: [example.callback],
})

const OutreachCustomer = z
  .object({
    customer: CaseCustomer,
    decision: z.enum(decisions),
    refund: out.money.nullable(),
    why: z.string().nullable(),
    state: z
      .enum(states)
      .describe('`waiting` for their case, `opened`, `asleep` where they are let sleep, or `passed-over`.'),
    because: z.enum(reasons).nullable().describe('Why they were passed over.'),
    waitsFor: z
      .enum(['place', 'week', 'owner'])
      .nullable()
      .describe(
        'What there was none of so far: a free place to call them in, a week in which nothing else disturbs them, or somebody to own their case.',
      ),
    case: OutreachCase.nullable(),
    gestureId: out.id.nullable(),
    callback: PromisedWindow.nullable(),
    settledAt: out.moment.nullable(),
  })
  .meta({
    id: 'OutreachCustomer',
    description: 'A customer of an outreach: what was decided, and what became of it.',
    examples: [example],
  })
export type OutreachCustomer = z.output<typeof OutreachCustomer>

export const OutreachCustomerQuery = z.strictObject({
  ...paging,
  decision: several(z.enum(decisions)).optional(),
  state: several(z.enum(states)).optional(),
  because: several(z.enum(reasons)).optional(),
})
export type OutreachCustomerQuery = z.output<typeof OutreachCustomerQuery>
export const OutreachCustomerPage = page(OutreachCustomer, 'OutreachCustomerPage')
