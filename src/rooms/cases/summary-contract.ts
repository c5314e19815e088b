import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { Case } from './contract.ts'
import { CaseCustomer, CaseOwner, exampleParts, StandIn } from './parts-contract.ts'

/** The promise as any employee may tell it to the customer: when and how, not to which number. */
export const GlimpsedCallback = z
  .object({ channel: z.string(), from: out.moment, until: out.moment, overdue: z.boolean() })
  .meta({
    id: 'GlimpsedCallback',
    description: 'The promise that the customer has now.',
    examples: [
      {
        channel: exampleParts.callback.channel,
        from: exampleParts.callback.from,
        until: exampleParts.callback.until,
        overdue: false,
      },
    ],
  })

export const CaseGlimpse = z
  .object({
    id: out.id,
    reference: z.string(),
    status: z.enum(['open', 'resolved']),
    customer: CaseCustomer,
    owner: CaseOwner,
    standIn: StandIn.nullable(),
    callback: GlimpsedCallback.nullable(),
    version: z.int(),
  })
  .meta({
    id: 'CaseGlimpse',
    description:
      'What any employee learns of a case when they look up who calls: whose it is and what is promised.',
    examples: [
      {
        id: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
        reference: '100048275',
        status: 'open',
        customer: exampleParts.customer,
        owner: exampleParts.owner,
        standIn: null,
        callback: {
          channel: exampleParts.callback.channel,
          from: exampleParts.callback.from,
          until: exampleParts.callback.until,
          overdue: false,
        },
        version: 3,
      },
    ],
  })
export type CaseGlimpse = z.output<typeof CaseGlimpse>

export const ReopenedCase = z.union([Case, CaseGlimpse]).meta({
  id: 'ReopenedCase',
  description: 'The case as it is now; from outside it, no more than whose it is and what is promised.',
  examples: Case.meta()?.examples ?? [],
})
export type ReopenedCase = z.output<typeof ReopenedCase>

/** As much of the case as may be told from outside it. */
export const glimpseOf = ({ callback, ...kase }: Case): CaseGlimpse => ({
  id: kase.id,
  reference: kase.reference,
  status: kase.status,
  customer: kase.customer,
  owner: kase.owner,
  standIn: kase.standIn,
  callback: callback && {
    channel: callback.channel,
    from: callback.from,
    until: callback.until,
    overdue: callback.overdue,
  },
  version: kase.version,
})
