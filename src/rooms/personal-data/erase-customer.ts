import { sql } from 'drizzle-orm'
import { type ErasedCase, eraseCases, lockCasesOf } from '../../case-file/erase-cases.ts'
import { moment } from '../../db/moment.ts'
import { selecting } from '../../db/statement.ts'
import { assertExpected, recordedAs, type Work } from '../../db/work.ts'
import { mayKnowOf } from '../../facts/visibility.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import type { Customer } from '../customers/contract.ts'
import { lockPair } from '../customers/hold-customers.ts'
import { found, standing } from '../customers/queries.ts'
import { PromiseIsOpen } from './problems.ts'

// The database's own function does it, so that what an erasure takes out stands in one place, with the law that lets it.
const erase = selecting({
  erased: sql<string[]>`erase_customer(${sql.placeholder('id')}::uuid, ${sql.placeholder('customerId')}::uuid,
    ${sql.placeholder('because')}::text, ${sql.placeholder('kind')}::text, ${sql.placeholder('byId')}::uuid,
    ${moment('at')})`,
})<{ id: string; customerId: string; because: string; kind: string; byId: string | null; at: string }>()

/**
 * Takes what is personal of a customer off the record, and of whoever was merged into them. Cases, their figures and the
 * history stay. Throws `promise-is-open` while a case is open, `customer-is-erased` and `customer-is-merged`.
 */
export async function eraseCustomer(
  work: Work,
  given: string,
  because: 'request' | 'age' = 'request',
): Promise<Customer> {
  const id = given.toLowerCase()
  const { merged } = await lockPair(work, id, id)
  const customer = standing(work.actor, found(merged))
  assertExpected(work, customer.version)
  const cases = await lockCasesOf(work, id)
  assertNothingPromised(work, cases)
  const erasureId = newId()
  const by = recordedAs(work.actor)
  const at = toWire(work.now)
  const asked = { id: erasureId, customerId: id, because, kind: by.kind, byId: by.id, at }
  const { erased = [] } = (await work.tx.lock(erase, asked)) ?? {}

  eraseCases(work, cases, { customerId: id, erasureId })
  // Whoever was merged into them is on other systems' lists too, and has to go there as well.
  for (const customerId of erased) {
    const data = { erasureId, because, cases: customerId === id ? cases.length : 0 }
    record(work, { type: 'customer.erased', customerId, data })
  }
  return {
    ...customer,
    name: null,
    phone: null,
    email: null,
    otherContactPoints: [],
    language: null,
    preferredChannel: null,
    preferredWindows: null,
    timeZone: null,
    references: [],
    erasedAt: at,
    updatedAt: at,
    version: customer.version + 1,
  }
}

/** A complaint that the caller may not know of is not named; that something is promised has to be said. */
function assertNothingPromised({ actor }: Work, cases: readonly ErasedCase[]): void {
  const open = cases.filter(({ status }) => status === 'open')
  if (open.length === 0) return
  const told = open.filter((kase) => mayKnowOf(actor, kase))
  throw PromiseIsOpen.because('Something is still promised to this customer.', {
    cases: told.map(({ id, reference }) => ({ id, reference })),
  })
}
