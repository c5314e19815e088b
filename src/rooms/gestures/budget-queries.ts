import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { budgetPeriod } from '../../calendar/budget-period.ts'
import { equals, listing } from '../../db/lists/listing.ts'
import { pick, type RowOf, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Actor, Reader, Work } from '../../db/work.ts'
import { showOrganisation } from '../../facts/organisation.ts'
import { toWire } from '../../lib/instant.ts'
import { toMoney } from '../../lib/money.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { budgets, spendingAccounts } from '../../tables/budgets.ts'
import { employees } from '../../tables/people.ts'
import type { Budget, BudgetQuery } from './budget-contract.ts'
import { remainingOf } from './gesture-row.ts'

const own = pick(
  budgets,
  'b',
  'id',
  'teamId',
  'employeeId',
  'period',
  'amount',
  'currency',
  'createdAt',
  'version',
)
const budgetRow = {
  ...own,
  /** In the period that began on this day. */
  spent: sql<number>`coalesce((select s.spent from ${spendingAccounts} s where s.budget_id = b.id
    and s.starts_on = case b.period when 'month' then ${sql.placeholder('month')}::date
      else ${sql.placeholder('quarter')}::date end), 0)`,
}
export type BudgetRow = RowOf<typeof budgetRow>

const from = sql`from ${budgets} b left join ${employees} e on e.id = b.employee_id`

/**
 * A budget is money of the organisation: admins and systems see all of them, and so does a coach of no team; a coach
 * those of the own team and its members; a member that of the team and the own one.
 */
const seen = sql`(${sql.placeholder('seesAll')}::boolean or b.employee_id = ${sql.placeholder('viewerId')}::uuid
  or b.team_id = ${sql.placeholder('viewerTeamId')}::uuid
  or (${sql.placeholder('leads')}::boolean and e.team_id = ${sql.placeholder('viewerTeamId')}::uuid))`

const viewerOf = ({ employee }: Actor) => ({
  viewerId: employee?.id ?? null,
  viewerTeamId: employee?.teamId ?? null,
  leads: employee?.role === 'coach',
  seesAll:
    employee === null || employee.role === 'admin' || (employee.role === 'coach' && employee.teamId === null),
})

const periodsAt = (now: Temporal.Instant, timeZone: string) => ({
  month: budgetPeriod('month', now, timeZone).startsOn,
  quarter: budgetPeriod('quarter', now, timeZone).startsOn,
})

const list = listing({
  select: select(budgetRow, from),
  filters: {
    kind: equals(sql`case when b.team_id is null then 'employee' else 'team' end`, 'text'),
    period: equals(sql`b.period`, 'text'),
    teamId: equals(sql`b.team_id`, 'uuid'),
    employeeId: equals(sql`b.employee_id`, 'uuid'),
  },
  order: [{ column: sql`b.id`, key: 'id', type: 'uuid' }],
  descending: false,
  always: seen,
})

/** The budgets that the caller sees, in the order in which they were made. */
export async function listBudgets(
  reader: Reader,
  query: z.output<typeof BudgetQuery>,
): Promise<Page<Budget>> {
  const { timeZone } = await showOrganisation(reader)
  const fixed = { ...viewerOf(reader.actor), ...periodsAt(reader.now, timeZone) }
  const { data, nextCursor } = await list(reader, query, fixed)
  return { data: data.map((row) => toBudget(row, reader.now, timeZone)), nextCursor }
}

const one = sql`${from} where b.id = ${sql.placeholder('id')} and ${seen}`
const byId = selecting(budgetRow)<object>(one)
const lockById = selecting(budgetRow)<object>(sql`${one} for no key update of b`)

/** Throws `not-found`. */
export async function showBudget(reader: Reader, id: string): Promise<Budget> {
  const { timeZone } = await showOrganisation(reader)
  const named = { id, ...viewerOf(reader.actor), ...periodsAt(reader.now, timeZone) }
  return toBudget(found(await reader.db.row(byId, named)), reader.now, timeZone)
}

/** Locks a budget that the actor sees, to change it. Throws `not-found`. */
export async function lockBudget(
  { tx, actor, begun }: Work,
  id: string,
  timeZone: string,
): Promise<BudgetRow> {
  return found(await tx.lock(lockById, { id, ...viewerOf(actor), ...periodsAt(begun, timeZone) }))
}

function found(row: BudgetRow | undefined): BudgetRow {
  if (!row) throw NotFound.because('There is no such budget.')
  return row
}

/** The budget as it is answered, in the period in which the moment lies. */
export function toBudget(row: BudgetRow, now: Temporal.Instant, timeZone: string): Budget {
  const { from, until } = budgetPeriod(row.period, now, timeZone)
  return {
    id: row.id,
    kind: row.teamId === null ? 'employee' : 'team',
    teamId: row.teamId,
    employeeId: row.employeeId,
    period: row.period,
    amount: toMoney(row.amount, row.currency),
    spent: toMoney(row.spent, row.currency),
    remaining: toMoney(remainingOf(row.amount, row.spent), row.currency),
    from: toWire(from),
    until: toWire(until),
    createdAt: row.createdAt,
    version: row.version,
  }
}
