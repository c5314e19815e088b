import { assertExpected, type Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { toMoney } from '../../lib/money.ts'
import type { SpendingAccount } from './accounts.ts'
import { type GestureRow, remainingOf } from './gesture-row.ts'
import { BudgetExhausted, GestureIsFulfilled, GestureIsWithdrawn, GestureOverCeiling } from './problems.ts'
import type { SpendingTerms } from './terms.ts'

type Limits = Pick<SpendingTerms, 'ceiling' | 'currency' | 'timeZone'>

/**
 * Throws `gesture-over-ceiling` for what the case has no room for, and `budget-exhausted` for what a budget has not left;
 * answers with what was given on the case so far. The accounts are locked.
 */
export function assertWithinLimits(
  accounts: readonly SpendingAccount[],
  amount: number,
  terms: Limits,
  caseId: string,
): number {
  const ask = `/v1/cases/${caseId}/asks`
  let spent = 0
  for (const account of accounts) {
    const { budgetAmount, budgetId } = account
    const limit = budgetAmount ?? terms.ceiling
    if (budgetId === null) spent = account.spent
    if (account.spent + amount <= limit) continue
    const money = {
      ceiling: toMoney(limit, terms.currency),
      remaining: toMoney(remainingOf(limit, account.spent), terms.currency),
    }
    const left = `${money.remaining.amount} ${terms.currency} is left`
    if (budgetId === null)
      throw GestureOverCeiling.because(`Of the ceiling of the case ${left}.`, { ...money, ask })
    throw BudgetExhausted.because(
      `Of the budget of the ${account.teamId === null ? 'employee' : 'team'} ${left}.`,
      {
        budgetId,
        ...money,
        until: untilOf(account, terms),
        ask,
      },
    )
  }
  return spent
}

const untilOf = ({ endsOn }: SpendingAccount, { timeZone }: Limits): string | null =>
  endsOn === null ? null : toWire(Temporal.PlainDate.from(endsOn).toZonedDateTime(timeZone).toInstant())

/** Throws `gesture-is-fulfilled` or `gesture-is-withdrawn` for one that has ended, and `version-mismatch`. */
export function assertGranted(work: Work, { state, version, fulfilmentReference }: GestureRow): void {
  if (state === 'fulfilled')
    throw GestureIsFulfilled.because(`It was fulfilled as ${fulfilmentReference}.`, {
      reference: fulfilmentReference,
    })
  if (state === 'withdrawn') throw GestureIsWithdrawn.because('It was withdrawn before it was fulfilled.')
  assertExpected(work, version)
}
