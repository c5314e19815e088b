import { sql } from 'drizzle-orm'
import { selecting } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { toMoney } from '../../lib/money.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import type { Outreach } from './contract.ts'
import { toOutreach } from './outreach-row.ts'
import { OutreachOverBudget } from './problems.ts'
import { lockOutreach } from './queries.ts'
import { inState } from './rules.ts'

const needed = selecting({ amount: sql<number>`coalesce(sum(x.refund), 0)::bigint` })<{ id: string }>(
  sql`from ${outreachCustomers} x where x.outreach_id = ${sql.placeholder('id')}`,
)

/**
 * Starts a draft, or goes on with what was paused; again it changes nothing. From then on a job opens the cases. Throws
 * `outreach-state` for what is over, `outreach-over-budget`, and `unprocessable` for one without customers or whose time is past.
 */
export async function startOutreach(work: Work, id: string): Promise<Outreach> {
  const row = await lockOutreach(work, id)
  assertExpected(work, row.version)
  const { state, currency, budget } = row
  if (state === 'running') return toOutreach(row)
  if (state === 'stopped' || state === 'done') throw inState(state, 'It is over, and stays so.')
  if (state === 'draft') {
    if (row.counts.customers === 0) throw Unprocessable.at('/customers', 'are needed: it has none yet')
    if (row.until <= toWire(work.now)) throw Unprocessable.at('/until', 'is past')
    const { amount } = (await work.tx.row(needed, { id })) ?? { amount: 0 }
    if (amount > budget)
      throw OutreachOverBudget.because('Its refunds add up to more than its budget.', {
        needed: toMoney(amount, currency),
        budget: toMoney(budget, currency),
      })
  }
  const { kind, id: actorId, onBehalfOf } = work.actor
  const started = {
    startedByKind: onBehalfOf === null ? kind : ('employee' as const),
    startedById: onBehalfOf ?? actorId,
    startedAt: toWire(work.now),
  }
  const set = { state: 'running' as const, ...(state === 'draft' && started), version: row.version + 1 }

  work.tx.update(outreaches, { id }, set)
  record(work, { type: 'outreach.started', data: { outreachId: id, resumed: state === 'paused' } })
  return toOutreach({ ...row, ...set })
}
