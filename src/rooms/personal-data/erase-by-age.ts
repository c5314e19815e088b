import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { moment } from '../../db/moment.ts'
import { pick } from '../../db/selection.ts'
import { plannedEachTime, selecting } from '../../db/statement.ts'
import { beginWork, readsAll } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { type Clock, toWire } from '../../lib/instant.ts'
import { Problem } from '../../lib/problem.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { events } from '../../tables/events.ts'
import { eraseCustomer } from './erase-customer.ts'

/** Customers that are looked up at a time. */
const atOnce = 200
const first = '00000000-0000-0000-0000-000000000000'

const due = plannedEachTime(
  selecting(pick(customers, 'c', 'id'))<{ before: string; after: string }>(sql`
  from ${customers} c where c.erased_at is null and c.merge_id is null and c.created_at < ${moment('before')}
    and not exists (select from ${cases} k where k.customer_id = c.id and k.callback_id is not null)
    and not exists (select from ${events} e where e.customer_id = c.id and e.at >= ${moment('before')})
    and c.id > ${sql.placeholder('after')}::uuid order by c.id limit ${sql.raw(String(atOnce))}`),
)

interface Retention {
  /** Who had nothing to do with us since then, and is promised nothing, is erased. */
  readonly before: Temporal.Instant
  /** Counts them, and writes nothing. */
  readonly dryRun: boolean
  readonly clock: Clock
  readonly signal?: AbortSignal
}

/** Erases customers by age, each in a transaction of their own, and answers with how many they are. */
export async function eraseByAge(
  db: Database,
  { before, dryRun, clock, signal }: Retention,
): Promise<number> {
  const actor = { kind: 'system', id: newId(), onBehalfOf: null, employee: null, reads: readsAll } as const
  const erase = async (id: string): Promise<boolean> => {
    const tx = await db.transaction()
    try {
      await eraseCustomer(beginWork({ tx, actor, precondition: null, clock }), id, 'age')
    } catch (error) {
      await tx.rollback()
      // In the meantime they asked something, were merged, or were erased by another run.
      if (error instanceof Problem) return false
      throw error
    }
    await tx.commit()
    return true
  }

  let erased = 0
  for (let after = first, found = atOnce; found === atOnce && !signal?.aborted; ) {
    const page = await db.rows(due, { before: toWire(before), after })
    for (const { id } of page) {
      if (signal?.aborted) break
      if (dryRun || (await erase(id))) erased++
    }
    found = page.length
    after = page.at(-1)?.id ?? after
  }
  return erased
}
