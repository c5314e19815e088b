import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { patched } from '../../lib/patched.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import {
  type Customer,
  type CustomerGiven,
  isRecognisable,
  type NewCustomer,
  unrecognisable,
} from './contract.ts'
import { lockPoints, referencesOnly } from './lock-points.ts'
import { circumstancesOfNew } from './queries.ts'
import { type CustomerSetting, readFields, usualTeam } from './read-fields.ts'

/**
 * Makes a customer; `at` is where it stands in the request. Throws `already-exists` when another customer has one of
 * the references, and what `readFields` throws.
 */
export async function createCustomer(work: Work, given: NewCustomer, at = ''): Promise<Customer> {
  const [around] = await Promise.all([
    circumstancesOfNew(work, given),
    // Whom somebody describes by a reference right now is looked for and made in turn.
    lockPoints(work, referencesOnly(given.references ?? [])),
  ])
  return makeCustomer(work, given, around, at)
}

/** Writes a customer who is made. Throws `validation-failed` for a reference alone: somebody has to be greeted or reached. */
export function makeCustomer(work: Work, given: NewCustomer, around: CustomerSetting, at = ''): Customer {
  const { anonymous = false, ...fields } = given
  if (!anonymous && !isRecognisable(fields)) throw ValidationFailed.at(`${at}/name`, unrecognisable)
  const customer = newCustomer(work, fields, around, at)
  const { references, mergedInto: _, updatedAt: __, ...row } = { ...customer, anonymous }

  work.tx.insert(customers, row)
  for (const reference of references)
    work.tx.insert(customerReferences, { ...reference, customerId: customer.id })
  recordCustomerMade(work, customer.id, given)
  return { ...customer, anonymous }
}

/** A customer of what was given and, for the rest, of what is usual. */
export function newCustomer({ now }: Work, given: CustomerGiven, around: CustomerSetting, at = ''): Customer {
  const { teamId = usualTeam(around), ...fields } = readFields(given, around, at)
  const empty: Customer = {
    id: newId(),
    name: null,
    kind: 'person',
    anonymous: false,
    phone: null,
    email: null,
    otherContactPoints: [],
    language: null,
    segment: null,
    teamId,
    preferredChannel: null,
    preferredWindows: null,
    timeZone: null,
    outreachOptOut: false,
    references: [],
    mergedInto: null,
    erasedAt: null,
    createdAt: toWire(now),
    updatedAt: toWire(now),
    version: 1,
  }
  return patched(empty, fields)
}

/** Tells that there is a new customer: which fields are known, never what they say. */
export function recordCustomerMade(work: Work, customerId: string, given: NewCustomer): void {
  record(work, { type: 'customer.created', customerId, data: { fields: Object.keys(given) } })
}
