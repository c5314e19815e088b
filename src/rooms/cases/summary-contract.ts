import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { Case } from './contract.ts'
import { CaseCustomer, CaseOwner, exampleParts, NamedEmployee } from './parts-contract.ts'

/** The promise as any employee may tell it to the customer: when and how, not to which number. */
export const CallbackSummary = z
  .object({ channel: z.string(), from: out.moment, until: out.moment, overdue: z.boolean() })
  .meta({
    id: 'CallbackSummary',
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

export const CaseSummary = z
  .object({
    id: out.id,
    reference: z.string(),
    status: z.enum(['open', 'resolved']),
    customer: CaseCustomer,
    owner: CaseOwner,
    standIn: NamedEmployee.nullable(),
    callback: CallbackSummary.nullable(),
    version: z.int(),
  })
  .meta({
    id: 'CaseSummary',
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
export type CaseSummary = z.output<typeof CaseSummary>

export const ReopenedCase = z.union([Case, CaseSummary]).meta({
  id: 'ReopenedCase',
  description: 'The case as it is now; from outside it, no more than whose it is and what is promised.',
  examples: Case.meta()?.examples ?? [],
})
export type ReopenedCase = z.output<typeof ReopenedCase>

/** As much of the case as may be told from outside it. */
export const caseSummaryOf = ({ callback, ...kase }: Case): CaseSummary => ({
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
