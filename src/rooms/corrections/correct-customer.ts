import { sql } from 'drizzle-orm'
import type { ReachableCustomer } from '../../case-file/case-columns.ts'
import { change, changeCallback, recordOnCase, save } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import type { OpenCase } from '../../case-file/locked-case.ts'
import { assertOwner, isOpen } from '../../case-file/rules.ts'
import { statement } from '../../db/statement.ts'
import { assertExpected, recordedAs, type Work } from '../../db/work.ts'
import { readAddress } from '../../lib/contact-address.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { caseCorrections } from '../../tables/successions.ts'
import type { Case } from '../cases/contract.ts'
import { CustomerIsMerged } from '../customers/problems.ts'
import type { CustomerCorrection } from './contract.ts'

/** The right customer, as far as a case knows of them. */
interface RightCustomer extends ReachableCustomer {
  readonly id: string
  readonly given: boolean
}

// Customers before cases, by id, as whoever merges them does; and a customer who is merged in the meantime is none.
const lockCustomers = statement<{ customerId: string; caseId: string }, RightCustomer>(sql`
  select id, id = current_customer(${sql.placeholder('customerId')}) as given, name, phone, email,
    preferred_channel as "preferredChannel", other_contact_points as "otherContactPoints"
  from ${customers}
  where merge_id is null and id in (current_customer(${sql.placeholder('customerId')}),
    (select customer_id from ${cases} where id = ${sql.placeholder('caseId')}))
  order by id for key share`)

/**
 * Gives a case that stands in the name of the wrong customer to the right one, open or resolved. The owner, the window of
 * the promise and the history stay; only the promise goes to the right customer's number or address from now on. Throws
 * `only-the-owner`, and `unprocessable` for a customer who is none, or the one whom the case has already.
 */
export async function correctCustomer(work: Work, id: string, given: CustomerCorrection): Promise<Case> {
  const right = await lockRight(work, id, given.customerId)
  const kase = await lockCase(work, id)
  assertOwner(work.actor, kase)
  assertExpected(work, kase.version)
  if (!right) throw Unprocessable.at('/customerId', 'is no customer')
  if (right.id === kase.customerId)
    throw Unprocessable.at('/customerId', 'is the customer of this case already')
  const address = isOpen(kase) ? addressFor(kase, right, given.to) : noAddress(given.to)
  const doer = recordedAs(work.actor)

  const correction = {
    id: newId(),
    caseId: id,
    fromCustomerId: kase.customerId,
    toCustomerId: right.id,
    mergeId: null,
  }
  work.tx.insert(caseCorrections, {
    ...correction,
    reason: given.reason ?? null,
    correctedByKind: doer.kind,
    correctedById: doer.id,
    at: toWire(work.now),
  })
  const isReaddressed = isOpen(kase) && address !== kase.holds.callback.address
  const readdressed = isReaddressed ? readdress(work, kase, address) : kase
  const { fromCustomerId, toCustomerId, mergeId } = correction
  const corrected = change(
    work,
    readdressed,
    { customerId: right.id, correctionId: correction.id },
    { customer: right },
  )
  return save(
    work,
    recordOnCase(work, corrected, 'case.customer-corrected', {
      correctionId: correction.id,
      fromCustomerId,
      toCustomerId,
      mergeId,
      isReversal: false,
      callbackId: isReaddressed ? kase.holds.callback.id : null,
    }),
  )
}

/** Who stands for the customer, locked. A merge that comes in between is looked at again. */
async function lockRight(work: Work, caseId: string, customerId: string): Promise<RightCustomer | undefined> {
  for (let tried = 0; tried < 3; tried++) {
    const found = (await work.tx.lockAll(lockCustomers, { customerId, caseId })).find(({ given }) => given)
    if (found) return found
    if (!(await work.tx.row(known, { customerId }))) return undefined
  }
  throw CustomerIsMerged.because('This customer goes from one to another right now: try again.')
}

const known = statement<{ customerId: string }, object>(
  sql`select from ${customers} where id = ${sql.placeholder('customerId')}`,
)

/** Where the promise goes from now on: what was the wrong customer's own gives way to what is the right one's. */
function addressFor(
  { holds: { callback }, customer: wrong, country }: OpenCase,
  right: RightCustomer,
  to: string | null | undefined,
): string | null {
  const { channel, address } = callback
  if (to === null) return null
  if (to !== undefined && channel === 'pickup')
    throw Unprocessable.at('/to', 'has no place here: the customer picks the answer up')
  if (to !== undefined) return readAddress(channel, to, country, '/to')
  if (channel === 'phone') return address === wrong.phone ? right.phone : address
  if (channel === 'email') return address === wrong.email ? right.email : address
  return address
}

function noAddress(to: string | null | undefined): null {
  if (to !== undefined)
    throw Unprocessable.at('/to', 'has no place here: the case is resolved, and nothing is promised')
  return null
}

/** Sends the promise to another number or address: the database lets it pass in the transaction of the correction alone. */
const readdress = (work: Work, kase: OpenCase, address: string | null): OpenCase =>
  changeCallback(work, kase, { address, version: kase.holds.callback.version + 1 })
