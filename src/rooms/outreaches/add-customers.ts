import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import type { Outreach } from './contract.ts'
import { decideCustomers } from './decide-customers.ts'
import { countedWith, insertCustomers } from './insert-customers.ts'
import { toOutreach } from './outreach-row.ts'
import { lockOutreach } from './queries.ts'
import { assertDraft, assertMayTend } from './rules.ts'
import type { DecidedCustomer } from './write-contract.ts'

/**
 * Adds customers to a draft: all of them, or none. `pointerOf` says where one stands in what was sent. Throws
 * `outreach-state` once it has started, and `unprocessable` with all that is wrong.
 */
export async function addCustomers(
  work: Work,
  id: string,
  given: readonly DecidedCustomer[],
  pointerOf: (place: number) => string,
): Promise<Outreach> {
  const row = await lockOutreach(work, id)
  assertExpected(work, row.version)
  assertMayTend(work.actor, row)
  assertDraft(row)
  const terms = { ...row, outreachId: id }
  const decided = await decideCustomers(work, given, terms, pointerOf)
  const version = row.version + 1

  work.tx.update(outreaches, { id }, { version })
  const added = insertCustomers(work, id, decided)
  record(work, { type: 'outreach.customers-added', data: { outreachId: id, ...added } })
  return toOutreach({ ...row, version, counts: countedWith(row.counts, added) })
}
