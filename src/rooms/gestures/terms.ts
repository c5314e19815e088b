import { sql } from 'drizzle-orm'
import { budgetPeriod } from '../../calendar/budget-period.ts'
import { asJsonList, pick, type RowOf } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { faultOfGift } from '../../lib/meaning/amount-in.ts'
import { type Money, toMinor } from '../../lib/money.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { budgets } from '../../tables/budgets.ts'
import { cases } from '../../tables/cases.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import type { Limit } from './accounts.ts'
import { AnotherCurrency } from './problems.ts'

const budgetRow = pick(budgets, 'b', 'id', 'period')
const terms = {
  ...pick(organisation, 'org', 'currency', 'timeZone', 'askCeiling'),
  ceiling: sql<number>`least(org.gesture_ceiling, a.gesture_ceiling)`,
  /** What pays besides the ceiling of the case. */
  budgets: sql<RowOf<typeof budgetRow>[]>`(select ${asJsonList(budgetRow)} from ${budgets} b
    where b.team_id = a.team_id or b.employee_id = ${sql.placeholder('employeeId')}::uuid)`,
}

/** By what an employee gives on a case: the ceiling of the case, the budgets, and the money that it is in. */
export type SpendingTerms = RowOf<typeof terms>

const termsOf = selecting(terms)<{ caseId: string; employeeId: string | null }>(sql`
  from ${cases} c join ${agreements} a on a.team_id = c.team_id cross join ${organisation} org
  where c.id = ${sql.placeholder('caseId')}`)

/** Reads by what whoever acts gives on a case: their own budgets pay, and those of its team. */
export async function readTerms({ tx, actor }: Work, caseId: string): Promise<SpendingTerms> {
  const found = await tx.row(termsOf, { caseId, employeeId: actor.employee?.id ?? null })
  if (!found) throw new Error('a case has a team, and a team has agreements')
  return found
}

/** Throws `another-currency`, and `validation-failed` for what is nothing or finer than the smallest coin. */
export function amountOf(given: Money, terms: Pick<SpendingTerms, 'currency'>): number {
  const amount = limitOf(given, terms)
  const fault = faultOfGift(given, terms.currency)
  if (fault) throw ValidationFailed.at(`/amount/${fault.field}`, fault.message)
  return amount
}

/** The same for a limit, which may be nothing. */
export function limitOf(given: Money, { currency }: Pick<SpendingTerms, 'currency'>): number {
  if (given.currency === currency) return toMinor(given, currency, '/amount')
  throw AnotherCurrency.at('/amount/currency', `must be the currency of the organisation, ${currency}`, {
    currency,
  })
}

/** The limits by which something is given now: that of the case, and the budgets in the period that it is. */
export const limitsOf = (
  caseId: string,
  { budgets, timeZone }: SpendingTerms,
  now: Temporal.Instant,
): readonly Limit[] => [
  { caseId, budgetId: null, period: null, startsOn: null, endsOn: null },
  ...budgets.map(({ id, period }) => {
    const { startsOn, endsOn } = budgetPeriod(period, now, timeZone)
    return { caseId: null, budgetId: id, period, startsOn, endsOn }
  }),
]
