import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { holdOrganisation } from '../../facts/organisation.ts'
import { record } from '../../history/record-event.ts'
import { toMoney } from '../../lib/money.ts'
import { budgets } from '../../tables/budgets.ts'
import { employees } from '../../tables/people.ts'
import type { Budget, BudgetChange } from './budget-contract.ts'
import { lockBudget, toBudget } from './budget-queries.ts'
import { assertMaySetBudget } from './budget-rules.ts'
import { limitOf } from './terms.ts'

const byEmployee = selecting(pick(employees, 'e', 'teamId'))<{ id: string }>(
  sql`from ${employees} e where e.id = ${sql.placeholder('id')}`,
)

/**
 * Makes a budget another amount, in this period and those to come. One below what was given takes nothing back. Throws
 * `not-found`, `forbidden`, `version-mismatch` and `another-currency`.
 */
export async function changeBudget(work: Work, id: string, { amount: given }: BudgetChange): Promise<Budget> {
  const { currency, timeZone } = await holdOrganisation(work)
  const found = await lockBudget(work, id, timeZone)
  const { teamId, employeeId, version } = found
  const of = employeeId === null ? null : await work.tx.row(byEmployee, { id: employeeId })
  assertMaySetBudget(work.actor, teamId ?? of?.teamId ?? null)
  assertExpected(work, version)
  const changed = { amount: limitOf(given, { currency }), version: version + 1 }

  work.tx.update(budgets, { id }, changed)
  const amount = toMoney(changed.amount, currency)
  record(work, { type: 'budget.changed', data: { budgetId: id, teamId, employeeId, amount } })
  return toBudget({ ...found, ...changed }, work.now, timeZone)
}
