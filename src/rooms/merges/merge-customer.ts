import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { assertExpected, recordedAs, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { customerFacts, customerMerges, customerReferences, customers } from '../../tables/customers.ts'
import { moveCases, openAndResolvedCasesOf } from '../corrections/move-cases.ts'
import type { Customer } from '../customers/contract.ts'
import { lockPair } from '../customers/hold-customers.ts'
import { found, standing } from '../customers/queries.ts'
import { distinctReferences } from '../customers/read-fields.ts'
import type { Merge } from './contract.ts'
import { joinCustomers } from './join-customers.ts'
import { assertMayMerge } from './rules.ts'

interface Way {
  readonly fromId: string
  readonly toId: string
}

const factsOf = selecting(pick(customerFacts, 'f', 'id'))<{ id: string }>(
  sql`from ${customerFacts} f where f.customer_id = ${sql.placeholder('id')} order by f.id`,
)
const moveReferences = statement<Way, never>(sql`
  update ${customerReferences} set customer_id = ${sql.placeholder('toId')}
  where customer_id = ${sql.placeholder('fromId')}`)
const moveFacts = statement<Way, never>(sql`
  update ${customerFacts} set customer_id = ${sql.placeholder('toId')}
  where customer_id = ${sql.placeholder('fromId')}`)

/**
 * This customer stands in the books twice: the other stands for both from now on. Cases, references and facts go over, and
 * what the other lacks is filled in; each case stays with its owner (law 2). Answers with the other. Throws
 * `customer-is-merged` when another stands for one of them already, `forbidden` for customers of another team, and `unprocessable` for whom nobody can become.
 */
export async function mergeCustomer(work: Work, givenId: string, given: Merge): Promise<Customer> {
  const [id, customerId] = [givenId.toLowerCase(), given.customerId.toLowerCase()]
  if (id === customerId) throw Unprocessable.at('/customerId', 'is this very customer')
  const pair = await lockPair(work, id, customerId)
  const merged = standing(work.actor, found(pair.merged))
  if (!pair.other) throw Unprocessable.at('/customerId', 'is no customer')
  assertMayMerge(work.actor, merged, pair.other)
  const stays = standing(work.actor, pair.other)
  if (stays.anonymous) throw Unprocessable.at('/customerId', 'is anonymous: merge them the other way round')
  assertExpected(work, merged.version)
  const [facts, cases] = await Promise.all([work.tx.rows(factsOf, { id }), openAndResolvedCasesOf(work, id)])
  const { changed, moved } = joinCustomers(merged, stays)

  const { references } = merged
  const doer = recordedAs(work.actor)
  const merge = {
    id: newId(),
    customerId: id,
    intoId: customerId,
    moved: { ...moved, references, facts: facts.map((fact) => fact.id) },
    mergedByKind: doer.kind,
    mergedById: doer.id,
    mergedAt: toWire(work.now),
  }

  work.tx.insert(customerMerges, merge)
  moveCases(work, cases, {
    mergeId: merge.id,
    fromCustomerId: id,
    toCustomerId: customerId,
    isReversal: false,
  })
  work.tx.update(customers, { id }, { mergeId: merge.id, version: merged.version + 1 })
  const version = stays.version + 1
  work.tx.update(customers, { id: customerId }, { ...changed, version })
  if (references.length > 0) work.tx.run(moveReferences, { fromId: id, toId: customerId })
  if (facts.length > 0) work.tx.run(moveFacts, { fromId: id, toId: customerId })
  const fields = [
    ...Object.keys(changed),
    ...(references.length > 0 ? ['references'] : []),
    ...(facts.length > 0 ? ['facts'] : []),
  ]
  const told = { mergeId: merge.id, intoId: customerId, cases: cases.length }
  record(work, { type: 'customer.merged', customerId: id, data: told })
  record(work, { type: 'customer.changed', customerId, data: { fields, mergeId: merge.id } })
  return {
    ...stays,
    ...changed,
    references: distinctReferences([...stays.references, ...references]),
    updatedAt: merge.mergedAt,
    version,
  }
}
