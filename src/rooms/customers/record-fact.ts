import type { z } from 'zod'
import { recordedAs, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { customerFacts } from '../../tables/customers.ts'
import type { Fact, NewFact } from './fact-contract.ts'
import { holdCustomer } from './hold-customers.ts'
import { assertMayChange } from './show-customers.ts'

/** Records something worth knowing about a customer. Throws `not-found`, `customer-is-merged` and `forbidden`. */
export async function recordFact(
  work: Work,
  customerId: string,
  given: z.output<typeof NewFact>,
): Promise<Fact> {
  await assertMayChange(work, await holdCustomer(work, customerId))
  return addFact(work, customerId, given)
}

/** Adds a fact to a customer who is known to exist. */
export function addFact(work: Work, customerId: string, given: z.output<typeof NewFact>): Fact {
  const { actor, now } = work
  const fact: Fact = {
    id: newId(),
    text: given.text,
    until: given.until ?? null,
    recordedBy: recordedAs(actor),
    recordedAt: toWire(now),
  }

  const { recordedBy, ...row } = fact
  work.tx.insert(customerFacts, {
    ...row,
    customerId,
    recordedByKind: recordedBy.kind,
    recordedById: recordedBy.id,
  })
  record(work, { type: 'customer.changed', customerId, data: { fields: ['facts'], factId: fact.id } })
  return fact
}
