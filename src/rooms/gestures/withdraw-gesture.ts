import { recordOnCase, save } from '../../case-file/change.ts'
import { assertOwner } from '../../case-file/rules.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { gestures } from '../../tables/gestures.ts'
import type { Withdraw } from '../consultations/answer-contract.ts'
import { lockAccountsOfGesture, writeLines } from './accounts.ts'
import type { Gesture } from './contract.ts'
import { toGesture } from './gesture-row.ts'
import { lockGesture } from './lock-gesture.ts'
import { assertGranted } from './rules.ts'

/**
 * The owner, or who stands in for them, takes back what is not fulfilled. The money goes back to every limit by which it
 * was given, in the period from which it came. Throws `only-the-owner`, `gesture-is-fulfilled` and `gesture-is-withdrawn`.
 */
export async function withdrawGesture(work: Work, id: string, { reason }: Withdraw): Promise<Gesture> {
  const { kase, found } = await lockGesture(work, id)
  assertOwner(work.actor, kase)
  assertGranted(work, found)
  const { employee } = work.actor
  if (!employee) throw new Error('an owner is an employee')
  const accounts = await lockAccountsOfGesture(work, id)
  const ended = {
    state: 'withdrawn' as const,
    endedAt: toWire(work.now),
    withdrawnById: employee.id,
    withdrawnBecause: reason ?? null,
    version: found.version + 1,
  }

  work.tx.update(gestures, { id }, ended)
  writeLines(work, accounts, found, 'withdrawn')
  save(work, recordOnCase(work, kase, 'gesture.withdrawn', { gestureId: id }))
  return toGesture({
    ...found,
    ...ended,
    withdrawnByName: employee.name,
    spent: found.spent - (found.askId === null && found.outreachId === null ? found.amount : 0),
  })
}
