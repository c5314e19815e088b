import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { holdOrganisation } from '../../facts/organisation.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { toMoney } from '../../lib/money.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { budgets } from '../../tables/budgets.ts'
import { teams } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import type { Budget, NewBudget } from './budget-contract.ts'
import { toBudget } from './budget-queries.ts'
import { assertMaySetBudget } from './budget-rules.ts'
import { limitOf } from './terms.ts'

const byTeam = selecting(pick(teams, 't', 'id'))<{ id: string }>(
  sql`from ${teams} t where t.id = ${sql.placeholder('id')}`,
)
const byEmployee = selecting(pick(employees, 'e', 'id', 'teamId'))<{ id: string }>(
  sql`from ${employees} e where e.id = ${sql.placeholder('id')} and e.departed_at is null`,
)

/**
 * Gives a team or an employee a budget; what they gave before it was made does not count. Throws `forbidden` for a coach
 * of another team, `unprocessable` for nobody of ours, `another-currency`, and `already-exists`.
 */
export async function makeBudget(work: Work, given: NewBudget): Promise<Budget> {
  const { currency, timeZone } = await holdOrganisation(work)
  assertMaySetBudget(work.actor, await teamOf(work, given))
  const row = {
    id: newId(),
    teamId: given.teamId ?? null,
    employeeId: given.employeeId ?? null,
    period: given.period ?? (given.kind === 'team' ? ('quarter' as const) : ('month' as const)),
    amount: limitOf(given.amount, { currency }),
    currency,
    createdAt: toWire(work.now),
    version: 1,
  }

  work.tx.insert(budgets, row)
  const { id: budgetId, teamId, employeeId, period } = row
  const amount = toMoney(row.amount, currency)
  record(work, { type: 'budget.created', data: { budgetId, teamId, employeeId, period, amount } })
  return toBudget({ ...row, spent: 0 }, work.now, timeZone)
}

/** The team whose coach sets this budget. */
async function teamOf({ tx }: Work, { teamId, employeeId }: NewBudget): Promise<string | null> {
  if (employeeId !== undefined) {
    const employee = await tx.row(byEmployee, { id: employeeId })
    if (!employee) throw Unprocessable.at('/employeeId', 'is nobody who works here')
    return employee.teamId
  }
  const team = await tx.row(byTeam, { id: teamId ?? '' })
  if (!team) throw Unprocessable.at('/teamId', 'is no team here')
  return team.id
}
