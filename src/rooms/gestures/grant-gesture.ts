import { recordOnCase, save } from '../../case-file/change.ts'
import { lockCaseFirmly } from '../../case-file/lock-case.ts'
import { assertOwner } from '../../case-file/rules.ts'
import { heard } from '../../db/errors.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { toMoney } from '../../lib/money.ts'
import { gestures } from '../../tables/gestures.ts'
import { assertValuesExist } from '../values/queries.ts'
import { lockAccounts, writeLines } from './accounts.ts'
import type { Gesture, NewGesture } from './contract.ts'
import { toGesture } from './gesture-row.ts'
import { assertWithinLimits } from './rules.ts'
import { amountOf, limitsOf, readTerms } from './terms.ts'

/**
 * The owner of a case, or who stands in for them, gives the customer something: at once, on an open case and on a
 * resolved one (law 13). It counts by the ceiling of the case, by the budgets of its team and by those of whoever acts.
 * Throws `only-the-owner`, `another-currency`, `gesture-over-ceiling`, `budget-exhausted`, and `unprocessable` for a
 * value that the organisation does not have.
 */
export async function grantGesture(work: Work, caseId: string, given: NewGesture): Promise<Gesture> {
  const locked = lockCaseFirmly(work, caseId)
  // They travel behind the lock, and are read when it is held.
  const reads = heard(
    Promise.all([readTerms(work, caseId), assertValuesExist(work, given.values ?? [], '/values')]),
  )
  const kase = await locked
  assertOwner(work.actor, kase)
  assertExpected(work, kase.version)
  const { employee } = work.actor
  if (!employee) throw new Error('an owner is an employee')
  const [terms] = await reads
  const amount = amountOf(given.amount, terms)
  const accounts = await lockAccounts(work, limitsOf(caseId, terms, work.now))
  const spent = assertWithinLimits(accounts, amount, terms, caseId)
  const row = {
    id: newId(),
    caseId,
    teamId: kase.teamId,
    ownerId: kase.ownerId,
    grantedById: employee.id,
    kind: given.kind,
    amount,
    currency: terms.currency,
    reason: given.reason,
    values: [...(given.values ?? [])],
    state: 'granted' as const,
    askId: null,
    outreachId: null,
    grantedAt: toWire(work.now),
    version: 1,
  }

  work.tx.insert(gestures, row)
  writeLines(work, accounts, row, 'granted')
  const { id: gestureId, kind, values } = row
  const money = toMoney(amount, terms.currency)
  save(work, recordOnCase(work, kase, 'gesture.granted', { gestureId, kind, amount: money, values }))
  return toGesture({
    ...row,
    reference: kase.reference,
    ownerName: kase.owner.name,
    grantedByName: employee.name,
    ...{ endedAt: null, fulfilmentReference: null, fulfilledById: null },
    ...{ withdrawnById: null, withdrawnByName: null, withdrawnBecause: null },
    ceiling: terms.ceiling,
    spent: spent + amount,
  })
}
