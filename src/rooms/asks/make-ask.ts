import { recordOnCase, save } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import { assertOpen, assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { toMoney } from '../../lib/money.ts'
import { asks } from '../../tables/asks.ts'
import { prepareGesture } from '../gestures/prepare-gesture.ts'
import { amountOf, readTerms } from '../gestures/terms.ts'
import { computeAnswerBy } from './answer-by.ts'
import { toAsk } from './ask-row.ts'
import type { AskShown, NewAsk } from './contract.ts'
import { AskOverCeiling } from './problems.ts'

/**
 * The owner of an open case, or who stands in for them, asks for more than the ceiling. The gesture that it becomes is
 * written with it, and begins when silence grants it; so nothing has to run at that moment (law 13). Throws
 * `only-the-owner`, `case-is-resolved`, `another-currency` and `ask-over-ceiling`.
 */
export async function makeAsk(work: Work, caseId: string, given: NewAsk): Promise<AskShown> {
  const kase = await lockCase(work, caseId)
  assertOwner(work.actor, kase)
  assertOpen(kase)
  assertExpected(work, kase.version)
  const { employee } = work.actor
  if (!employee) throw new Error('an owner is an employee')
  const terms = await readTerms(work, caseId)
  const amount = amountOf(given.amount, terms)
  if (amount > terms.askCeiling) {
    const ceiling = toMoney(terms.askCeiling, terms.currency)
    throw AskOverCeiling.because(`At most ${ceiling.amount} ${terms.currency} may be asked for.`, {
      ceiling,
      remaining: ceiling,
    })
  }
  const row = {
    id: newId(),
    caseId,
    teamId: kase.teamId,
    askedById: employee.id,
    wish: given.wish,
    amount,
    currency: terms.currency,
    reason: given.reason,
    askedAt: toWire(work.now),
    answerBy: await computeAnswerBy(work, kase.teamId, given.answerBy),
    state: 'open' as const,
    version: 1,
  }

  work.tx.insert(asks, row)
  const { id: gestureId } = prepareGesture(work, kase, { ...row, kind: given.kind ?? 'credit' })
  const { id: askId, answerBy } = row
  save(
    work,
    recordOnCase(work, kase, 'ask.made', { askId, amount: toMoney(amount, terms.currency), answerBy }),
  )
  return toAsk(
    {
      ...row,
      reference: kase.reference,
      askedByName: employee.name,
      ...{ bySilence: false, closedAt: null, answeredById: null, answeredByName: null },
      ...{ answerReason: null, alternative: null, gestureId, gestureVersion: 1 },
    },
    row.askedAt,
  )
}
