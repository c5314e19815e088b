import { z } from 'zod'
import type { Actor } from '../../db/work.ts'
import { page } from '../../lib/page.ts'
import { out } from '../../lib/wire.ts'
import { CaseCustomer, exampleParts } from '../cases/parts-contract.ts'
import { CaseSummary } from '../cases/summary-contract.ts'
import { Customer } from './contract.ts'

/** How many open cases a summary shows of one customer. */
export const mostOpenCases = 20

const CustomerSummary = z
  .object({
    id: out.id,
    name: z.string().nullable(),
    mergedInto: CaseCustomer.nullable().describe('Who stands for this customer now.'),
    openCases: z
      .array(CaseSummary)
      .describe(`Their open cases, the newest first and ${mostOpenCases} at most.`),
  })
  .meta({
    id: 'CustomerSummary',
    description:
      'What any employee learns of a customer of another team: their name, whose their questions are and what is promised.',
    examples: [{ ...exampleParts.customer, mergedInto: null, openCases: CaseSummary.meta()?.examples ?? [] }],
  })

export const ShownCustomer = z.union([Customer, CustomerSummary]).meta({
  id: 'ShownCustomer',
  description: 'The customer, as far as the caller sees them.',
  examples: Customer.meta()?.examples ?? [],
})
export type ShownCustomer = z.output<typeof ShownCustomer>

/**
 * How an answer with a customer is tagged. A summary tells of more than the customer, so it is sent each time; no version has
 * its tag, and who sees the whole customer from now on is not told that they know it.
 */
export const taggedAsShown = {
  version: (shown: ShownCustomer) => ('version' in shown ? shown.version : 0),
  agesByItself: (shown: ShownCustomer) => 'openCases' in shown,
}

export const CustomerPage = page(ShownCustomer, 'CustomerPage')

const { id, version, createdAt: _, mergedInto: __, erasedAt: ___, ...fields } = Customer.shape

const CustomerReceipt = z.object({ id, version, ...z.object(fields).partial().shape }).meta({
  id: 'CustomerReceipt',
  description:
    'What a system hears of a customer whom it writes to and may not read (`customers:write` without `customers:read`): what it sent itself, as it is kept now, and nothing else that is on record.',
  examples: [{ id: exampleParts.customer.id, version: 4, phone: '+31612345678' }],
})
type CustomerReceipt = z.output<typeof CustomerReceipt>

export const ToldCustomer = z.union([Customer, CustomerReceipt]).meta({
  id: 'ToldCustomer',
  description: 'The customer as they are now, as far as the caller may read them.',
  examples: Customer.meta()?.examples ?? [],
})

/** As much of a customer as the actor hears who has just written what was given. */
export function toldOfCustomer(
  { reads }: Actor,
  given: Readonly<Record<string, unknown>>,
  customer: Customer,
): Customer | CustomerReceipt {
  if (reads.customers) return customer
  // A team that is chosen anew tells of the segment on record.
  const isSent = (field: string) =>
    field in fields && given[field] !== undefined && !(field === 'teamId' && given[field] === null)
  const sent = Object.entries(customer).filter(([field]) => isSent(field))
  return { id: customer.id, version: customer.version, ...Object.fromEntries(sent) }
}
