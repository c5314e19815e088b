import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { AlreadyExists, ValidationFailed } from '../../lib/problems.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { writeChange } from './change-customer.ts'
import {
  type Customer,
  type CustomerGiven,
  isRecognisable,
  type Reference,
  unrecognisable,
} from './contract.ts'
import { newCustomer, recordCustomerMade } from './create-customer.ts'
import { lockPoints, referencesOnly } from './lock-points.ts'
import { lockReferred } from './queries.ts'
import { readFields } from './read-fields.ts'
import { assertMayChange } from './show-customers.ts'

export interface Put {
  readonly made: boolean
  readonly customer: Customer
}

/**
 * Makes the customer whom another system calls so, or changes the one whom it calls so already. However many do it at
 * once, one makes it: the reference can be had once, and who comes second waits and changes. Throws as creating and
 * changing do, and `version-mismatch` when a version is expected of a customer who is not there, or none of one who is.
 */
export async function putCustomer(work: Work, by: Reference, given: CustomerGiven): Promise<Put> {
  await lockPoints(work, referencesOnly([by, ...(given.references ?? [])]))
  for (let tried = 0; tried < 3; tried++) {
    const { customer, around } = await lockReferred(work, by, given)
    if (customer) await assertMayChange(work, customer)
    assertExpected(work, customer?.version ?? null)
    if (customer) {
      const fields = readFields(withReference(given, by), around)
      return { made: false, customer: writeChange(work, customer, fields) }
    }
    if (!isRecognisable(given)) throw ValidationFailed.at('/name', unrecognisable)
    const made = newCustomer(work, { ...given, references: [...(given.references ?? []), by] }, around)
    if (await claim(work, by, made)) {
      recordCustomerMade(work, made.id, { ...given, references: made.references })
      return { made: true, customer: made }
    }
  }
  throw AlreadyExists.because('This reference goes from one customer to another right now.')
}

/** References that are given take the place of all others, but the one in the address is always among them. */
const withReference = (given: CustomerGiven, by: Reference): CustomerGiven =>
  given.references === undefined ? given : { ...given, references: [...(given.references ?? []), by] }

const field = (name: keyof Customer) => sql`${sql.placeholder(name)}`

/** The customer is only made together with the reference; somebody else's reference makes nobody. */
const makeAsReferred = statement<Reference & Record<string, unknown>, { readonly id: string }>(sql`
  with claimed as (
    insert into ${customerReferences} (system, external_id, customer_id)
    values (${sql.placeholder('system')}, ${sql.placeholder('externalId')}, ${field('id')})
    on conflict (system, external_id) do nothing returning customer_id
  )
  insert into ${customers} (id, name, kind, phone, email, other_contact_points, language, segment, team_id,
    preferred_channel, preferred_windows, time_zone, outreach_opt_out, created_at, version)
  select customer_id, ${field('name')}, ${field('kind')}, ${field('phone')}, ${field('email')},
    ${field('otherContactPoints')}::jsonb, ${field('language')}, ${field('segment')}, ${field('teamId')}::uuid,
    ${field('preferredChannel')}, ${field('preferredWindows')}::jsonb, ${field('timeZone')}, ${field('outreachOptOut')}::boolean,
    ${field('createdAt')}::timestamptz, ${field('version')}::integer
  from claimed returning id`)

async function claim(work: Work, by: Reference, customer: Customer): Promise<boolean> {
  const { otherContactPoints, preferredWindows, references } = customer
  const made = await work.tx.lock(makeAsReferred, {
    ...customer,
    ...by,
    otherContactPoints: JSON.stringify(otherContactPoints),
    preferredWindows: preferredWindows && JSON.stringify(preferredWindows),
  })
  if (!made) return false
  for (const other of references) {
    if (other.system === by.system && other.externalId === by.externalId) continue
    work.tx.insert(customerReferences, { ...other, customerId: customer.id })
  }
  return true
}
