import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { differing, patched, present } from '../../lib/patched.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { changedHours } from '../../lib/weekly-hours.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { type Customer, type CustomerChange, isRecognisable, unrecognisable } from './contract.ts'
import { lockCustomer } from './queries.ts'
import { type Fields, readFields } from './read-fields.ts'
import { assertMayChange } from './show-customers.ts'

const replaceReferences = statement<
  { id: string; systems: readonly string[]; externalIds: readonly string[] },
  never
>(sql`
  with given as (
    select system, external_id
    from unnest(${sql.placeholder('systems')}::text[], ${sql.placeholder('externalIds')}::text[])
      as g (system, external_id)
  ), gone as (
    delete from ${customerReferences} where customer_id = ${sql.placeholder('id')}
      and (system, external_id) not in (select system, external_id from given)
  )
  insert into ${customerReferences} (system, external_id, customer_id)
  select system, external_id, ${sql.placeholder('id')}::uuid from given
  except select system, external_id, customer_id from ${customerReferences}`)

/**
 * Changes a customer. Throws `forbidden` for whose it is not to change, `already-exists` when another customer has one of the references, `validation-failed`
 * when nothing would be left to recognise the customer by, and what `readFields` throws.
 */
export async function changeCustomer(work: Work, id: string, change: CustomerChange): Promise<Customer> {
  const { customer, around } = await lockCustomer(work, id, change)
  await assertMayChange(work, customer)
  assertExpected(work, customer.version)
  const preferredWindows = changedHours(customer.preferredWindows, change.preferredWindows)
  return writeChange(work, customer, readFields({ ...change, preferredWindows }, around))
}

/** Writes what is different now; when nothing is, the version stays and there is nothing to tell. */
export function writeChange(work: Work, customer: Customer, fields: Fields): Customer {
  const merged = patched(customer, fields)
  const different = differing<Fields>(customer, fields)
  if (different.length === 0) return customer
  const anonymous = customer.anonymous && !isRecognisable(merged)
  if (!anonymous && !isRecognisable(merged)) throw ValidationFailed.at('/name', unrecognisable)
  const changed: Customer = {
    ...merged,
    anonymous,
    updatedAt: toWire(work.now),
    version: customer.version + 1,
  }

  const { references, ...columns } = Object.fromEntries(
    different.map((field) => [field, changed[field]]),
  ) as Fields
  work.tx.update(customers, { id: customer.id }, { ...present(columns), anonymous, version: changed.version })
  if (references) {
    work.tx.run(replaceReferences, {
      id: customer.id,
      systems: references.map(({ system }) => system),
      externalIds: references.map(({ externalId }) => externalId),
    })
  }
  record(work, { type: 'customer.changed', customerId: customer.id, data: { fields: different } })
  return changed
}
