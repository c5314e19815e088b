import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { NotFound } from '../../lib/problems.ts'
import { customerFacts } from '../../tables/customers.ts'
import { holdCustomer } from './hold-customers.ts'
import { assertMayChange } from './show-customers.ts'

interface Which {
  readonly customerId: string
  readonly factId: string
}

const which = sql`id = ${sql.placeholder('factId')} and customer_id = ${sql.placeholder('customerId')}`
const lockFact = statement<Which, object>(sql`select from ${customerFacts} where ${which} for update`)
const deleteFact = statement<Which, never>(sql`delete from ${customerFacts} where ${which}`)

/** Removes what is not worth knowing after all. That it was removed stays in the history, what it said does not. */
export async function removeFact(work: Work, { customerId, factId }: Which): Promise<void> {
  await assertMayChange(work, await holdCustomer(work, customerId))
  const fact = await work.tx.lock(lockFact, { customerId, factId })
  if (!fact) throw NotFound.because('There is no such fact about this customer.')

  work.tx.run(deleteFact, { customerId, factId })
  record(work, { type: 'customer.changed', customerId, data: { fields: ['facts'], factId } })
}
