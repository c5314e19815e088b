import { z } from 'zod'
import type { Actor } from '../../db/work.ts'
import { out } from '../../lib/wire.ts'
import { Case, type CaseToOpen, exampleCase, type OpenedCase } from './contract.ts'
import { CaseOwner, exampleParts } from './parts-contract.ts'
import { CallbackSummary, caseSummaryOf, ReopenedCase } from './summary-contract.ts'

const CaseReceipt = z
  .object({
    id: out.id,
    reference: z.string(),
    status: z.enum(['open', 'resolved']),
    owner: CaseOwner.describe('Who comes back to the customer; without the extension.'),
    callback: CallbackSummary.nullable(),
    version: z.int(),
  })
  .meta({
    id: 'CaseReceipt',
    description:
      'What a system hears of a case that it writes to and may not read (`cases:write` without `cases:read`): whose it is, what is promised, and nothing that was on record before.',
    examples: [
      {
        id: exampleCase.id,
        reference: exampleCase.reference,
        status: 'open',
        owner: { ...exampleParts.owner, extension: null },
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
type CaseReceipt = z.output<typeof CaseReceipt>

export const ToldCase = z.union([Case, CaseReceipt]).meta({
  id: 'ToldCase',
  description: 'The case as it is now, as far as the caller may read it.',
  examples: Case.meta()?.examples ?? [],
})

export const ToldReopened = z.union([...ReopenedCase.options, CaseReceipt]).meta({
  id: 'ToldReopened',
  description: 'The case as it is now, as far as the caller may read it.',
  examples: Case.meta()?.examples ?? [],
})

/** As much of a case as the actor hears who has just written to it. */
export function toldOf<T extends Case | ReopenedCase>({ reads }: Actor, kase: T): T | CaseReceipt {
  if (reads.cases) return kase
  const { id, reference, status, owner, callback, version } = 'subject' in kase ? caseSummaryOf(kase) : kase
  return { id, reference, status, owner: { ...owner, extension: null }, callback, version }
}

/**
 * The same of a case that they have opened: all of it is new or their own words, but for the customer, where that was one
 * on record, and the people. An employee `outside`, whose team does not get it, knows those as from
 * any look-up of a caller.
 */
export function toldOfOpened(
  { reads }: Actor,
  given: CaseToOpen,
  opened: OpenedCase,
  outside: boolean,
): OpenedCase {
  if (reads.cases && !outside) return opened
  const { customer, owner, callback } = opened
  const isMade = given.customer !== undefined && opened.customerFoundBy === null
  const said = callback && (isMade || given.callback?.to !== undefined || isSaid(given, callback.channel))
  const answer = { ...opened, callback: callback && { ...callback, to: said ? callback.to : null } }
  if (outside) return answer
  return {
    ...answer,
    customer: { id: customer.id, name: isMade ? customer.name : null },
    owner: { ...owner, extension: null },
    standIn: null,
    headsUps: [],
  }
}

/** Whether a promise on this channel goes to where the request itself said that the customer is. */
const isSaid = ({ customer }: CaseToOpen, channel: string): boolean =>
  Boolean((channel === 'phone' && customer?.phone) || (channel === 'email' && customer?.email))
