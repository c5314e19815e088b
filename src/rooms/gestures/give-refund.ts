import { recordOnCase, saveVersion } from '../../case-file/change.ts'
import type { CaseFile } from '../../case-file/locked-case.ts'
import type { Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { toMoney } from '../../lib/money.ts'
import { gestures } from '../../tables/gestures.ts'
import { lockAccounts, writeLines } from './accounts.ts'

/** The outreach that pays. */
interface PaidBy {
  readonly outreachId: string
  readonly title: string
  readonly currency: string
}

/**
 * Gives what the outreach decided on, in minor units, in the name of the owner and from the budget of the outreach alone: it
 * counts by no other limit. Answers with the id of the gesture. More than the budget the database refuses (law 13).
 */
export async function giveRefund(
  work: Work,
  kase: CaseFile,
  { outreachId, title, currency }: PaidBy,
  amount: number,
): Promise<string> {
  const ofOutreach = { caseId: null, budgetId: null, outreachId, period: null, startsOn: null, endsOn: null }
  const accounts = await lockAccounts(work, [ofOutreach])
  const row = {
    id: newId(),
    caseId: kase.id,
    teamId: kase.teamId,
    ownerId: kase.ownerId,
    grantedById: kase.ownerId,
    kind: 'refund' as const,
    amount,
    currency,
    reason: title,
    values: [],
    state: 'granted' as const,
    outreachId,
    grantedAt: toWire(work.now),
  }

  work.tx.insert(gestures, row)
  writeLines(work, accounts, row, 'granted')
  const { id: gestureId, kind, values } = row
  const told = { gestureId, kind, amount: toMoney(amount, currency), values }
  saveVersion(work, recordOnCase(work, kase, 'gesture.granted', told))
  return gestureId
}
