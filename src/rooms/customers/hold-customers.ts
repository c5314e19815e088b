import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { customers } from '../../tables/customers.ts'
import type { Customer } from './contract.ts'
import { byId, found, hasId, lockById, read, standing } from './queries.ts'

const hold = statement<{ id: string }, object>(
  sql`select from ${customers} c where ${hasId} for key share of c`,
)

/**
 * Holds a customer who stands for themselves, so that nobody merges them away while something of theirs is written. Throws
 * `not-found` and `customer-is-merged`.
 */
export async function holdCustomer({ tx, actor }: Work, id: string): Promise<Customer> {
  const [, customer] = await Promise.all([tx.lock(hold, { id }), tx.row(byId, { id })])
  return standing(actor, found(customer))
}

export interface Pair {
  readonly merged: Customer | undefined
  readonly other: Customer | undefined
}

const lockWholly = selecting(pick(customers, 'c', 'id'))<{ id: string }>(
  sql`from ${customers} c where ${hasId} for update of c`,
)
const pairById = read<{ ids: readonly string[] }>(sql`c.id = any(${sql.placeholder('ids')}::uuid[])`)

/**
 * Locks two customers in the order of their ids, which are in lower case, and reads them as they are then. Who is merged
 * away, or is back, changes what cases refer to: that lock is the one for which an opening of theirs waits.
 */
export async function lockPair({ tx }: Work, mergedId: string, otherId: string): Promise<Pair> {
  const each = [mergedId, otherId]
    .sort()
    .map((id) => tx.lock(id === mergedId ? lockWholly : lockById, { id }))
  const [pair] = await Promise.all([tx.rows(pairById, { ids: [mergedId, otherId] }), ...each])
  return { merged: pair.find(({ id }) => id === mergedId), other: pair.find(({ id }) => id === otherId) }
}
