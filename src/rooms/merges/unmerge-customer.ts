import { sql } from 'drizzle-orm'
import { pick, type RowOf } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { customerFacts, customerMerges, customerReferences, customers } from '../../tables/customers.ts'
import { casesStillMovedBy, moveCases } from '../corrections/move-cases.ts'
import type { Customer } from '../customers/contract.ts'
import { lockPair, type Pair } from '../customers/hold-customers.ts'
import { CustomerIsNotMerged, MergeIsFinal } from '../customers/problems.ts'
import { found, standing } from '../customers/queries.ts'
import { partCustomers } from './join-customers.ts'
import { assertMayMerge } from './rules.ts'

const standingMerge = pick(customerMerges, 'm', 'id', 'intoId', 'moved', 'mergedAt')
type StandingMerge = RowOf<typeof standingMerge>

const mergeOf = selecting(standingMerge)<{ customerId: string }>(sql`
  from ${customerMerges} m where m.customer_id = ${sql.placeholder('customerId')} and m.reversed_at is null`)

interface Back {
  readonly moved: string
  readonly fromId: string
  readonly toId: string
}

const references = sql`select system, "externalId" from jsonb_to_recordset(${sql.placeholder('moved')}::jsonb)
  as r(system text, "externalId" text)`
const returnReferences = statement<Back, never>(sql`
  update ${customerReferences} set customer_id = ${sql.placeholder('toId')}
  where customer_id = ${sql.placeholder('fromId')} and (system, external_id) in (${references})`)
const returnFacts = statement<Back, never>(sql`
  update ${customerFacts} set customer_id = ${sql.placeholder('toId')}
  where customer_id = ${sql.placeholder('fromId')}
    and id in (select f::uuid from jsonb_array_elements_text(${sql.placeholder('moved')}::jsonb) f)`)

/** A merge can be reversed for so long. */
const reversible = { hours: 30 * 24 }

/**
 * Reverses a merge: what it moved goes back as far as it is still there, and what came since stays with whom it came to.
 * Throws `customer-is-not-merged`, `merge-is-final` after 30 days, and `customer-is-merged` when the other was merged on
 * meanwhile: that is to be reversed first.
 */
export async function unmergeCustomer(work: Work, givenId: string): Promise<Customer> {
  const id = givenId.toLowerCase()
  const { merge, merged, stayed } = await lockMerge(work, id)
  assertMayMerge(work.actor, merged, stayed)
  assertExpected(work, merged.version)
  standing(work.actor, stayed, 'Whom this customer was merged into was merged on: reverse that first.')
  work.notBefore(merge.mergedAt)
  if (Temporal.Instant.compare(work.now, Temporal.Instant.from(merge.mergedAt).add(reversible)) > 0)
    throw MergeIsFinal.because('A merge can be reversed for 30 days.')
  const cases = await casesStillMovedBy(work, merge.id)
  const changed = partCustomers(merged, stayed, merge.moved)

  const back = { fromId: merge.intoId, toId: id }
  moveCases(work, cases, {
    mergeId: merge.id,
    fromCustomerId: merge.intoId,
    toCustomerId: id,
    isReversal: true,
  })
  work.tx.update(customerMerges, { id: merge.id }, { reversedAt: toWire(work.now) })
  const version = merged.version + 1
  work.tx.update(customers, { id }, { mergeId: null, version })
  work.tx.update(customers, { id: stayed.id }, { ...changed, version: stayed.version + 1 })
  const returned = merge.moved.references.filter((went) =>
    stayed.references.some((r) => r.system === went.system && r.externalId === went.externalId),
  )
  if (returned.length > 0) work.tx.run(returnReferences, { ...back, moved: JSON.stringify(returned) })
  if (merge.moved.facts.length > 0)
    work.tx.run(returnFacts, { ...back, moved: JSON.stringify(merge.moved.facts) })
  const fields = [
    ...Object.keys(changed),
    ...(returned.length > 0 ? ['references'] : []),
    ...(merge.moved.facts.length > 0 ? ['facts'] : []),
  ]
  const told = { mergeId: merge.id, intoId: merge.intoId, cases: cases.length }
  record(work, { type: 'customer.unmerged', customerId: id, data: told })
  record(work, { type: 'customer.changed', customerId: stayed.id, data: { fields, mergeId: merge.id } })
  return { ...merged, references: returned, mergedInto: null, updatedAt: toWire(work.now), version }
}

/** The merge that stands, with both its customers, locked: the one who is back, and the one who stood for them. */
async function lockMerge(
  work: Work,
  id: string,
): Promise<{ merge: StandingMerge; merged: Customer; stayed: Customer }> {
  for (let tried = 0; tried < 3; tried++) {
    const seen = await work.tx.row(mergeOf, { customerId: id })
    const { merged, other }: Pair = await lockPair(work, id, seen?.intoId ?? id)
    const customer = found(merged)
    const merge = await work.tx.row(mergeOf, { customerId: id })
    if (!merge) throw CustomerIsNotMerged.because('There is no merge of this customer to reverse.')
    if (other && merge.intoId === seen?.intoId) return { merge, merged: customer, stayed: other }
  }
  throw CustomerIsNotMerged.because('This customer goes from one to another right now.')
}
