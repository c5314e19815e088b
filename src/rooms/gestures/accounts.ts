import { sql } from 'drizzle-orm'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { budgets, spendingAccounts } from '../../tables/budgets.ts'
import type { gestures } from '../../tables/gestures.ts'
import { ledger } from '../../tables/ledger.ts'

const accountRow = {
  ...pick(spendingAccounts, 'a', 'id', 'kind', 'budgetId', 'endsOn', 'lines', 'spent', 'fulfilled', 'lastAt'),
  ...orNull(renamed(budgets, 'b', { budgetAmount: 'amount', teamId: 'teamId', period: 'period' })),
}

/** What was given by one limit so far: that of the case, that of a budget in one of its periods, or that of an outreach. */
export type SpendingAccount = RowOf<typeof accountRow>

/** A limit to give by: of the case, of a budget in the period that begins on that day, or of an outreach. */
export interface Limit {
  readonly caseId: string | null
  readonly budgetId: string | null
  readonly outreachId?: string
  readonly period: 'quarter' | 'month' | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

const limits = sql`jsonb_to_recordset(${sql.placeholder('limits')}::jsonb)
  as v(id uuid, "caseId" uuid, "budgetId" uuid, "outreachId" uuid, period text, "startsOn" date, "endsOn" date)`

// Whoever gives by several limits holds them in one order, so that nobody waits in a circle: the case, then budgets.
const inOrder = sql`order by a.budget_id nulls first, a.starts_on for no key update of a`
const from = sql`from ${spendingAccounts} a left join ${budgets} b on b.id = a.budget_id`

const open = statement<{ limits: string }, never>(sql`
  insert into ${spendingAccounts} (id, case_id, budget_id, outreach_id, period, starts_on, ends_on)
  select v.id, v."caseId", v."budgetId", v."outreachId", v.period, v."startsOn", v."endsOn" from ${limits}
  order by v."budgetId" nulls first, v."startsOn" on conflict do nothing`)
const lock = selecting(accountRow)<{ limits: string }>(sql`
  ${from} join ${limits} on a.case_id = v."caseId" or (a.budget_id = v."budgetId" and a.starts_on = v."startsOn")
    or a.outreach_id = v."outreachId"
  ${inOrder}`)
const lockOfGesture = selecting(accountRow)<{ id: string }>(sql`
  ${from} where a.id in (select l.account_id from ${ledger} l where l.gesture_id = ${sql.placeholder('id')}) ${inOrder}`)

/** Locks what was given by these limits, the case's first; where nothing was, it begins with nothing. */
export async function lockAccounts(work: Work, by: readonly Limit[]): Promise<readonly SpendingAccount[]> {
  const named = { limits: JSON.stringify(by.map((limit) => ({ id: newId(), ...limit }))) }
  const opened = work.tx.lockAll(open, named)
  const [found] = await Promise.all([work.tx.lockAll(lock, named), opened])
  return behind(work, found)
}

/** Locks the accounts that a gesture stands in, each in the period in which it was granted. */
export const lockAccountsOfGesture = async (work: Work, id: string): Promise<readonly SpendingAccount[]> =>
  behind(work, await work.tx.lockAll(lockOfGesture, { id }))

/** A line is never earlier than the one before it, whose instance may have a clock ahead of ours. */
function behind(work: Work, accounts: SpendingAccount[]): readonly SpendingAccount[] {
  for (const { lastAt } of accounts) if (lastAt !== null) work.notBefore(lastAt)
  return accounts
}

/** Writes a line into each account: it holds the gesture's amount, posts it, or gives it back. */
export function writeLines(
  work: Work,
  accounts: readonly SpendingAccount[],
  { id, amount }: Pick<typeof gestures.$inferSelect, 'id' | 'amount'>,
  phase: 'granted' | 'fulfilled' | 'withdrawn',
): void {
  const added = { granted: amount, fulfilled: 0, withdrawn: -amount }[phase]
  for (const account of accounts) {
    const before = account.lines > 0
    work.tx.insert(ledger, {
      accountId: account.id,
      number: account.lines + 1,
      kind: account.kind,
      gestureId: id,
      gestureAmount: amount,
      phase,
      amount: added,
      balance: account.spent + added,
      fulfilled: account.fulfilled + (phase === 'fulfilled' ? amount : 0),
      previousBalance: before ? account.spent : null,
      previousFulfilled: before ? account.fulfilled : null,
      at: toWire(work.now),
    })
  }
}
