import type { LockedCase } from '../../case-file/locked-case.ts'
import type { Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { gestures } from '../../tables/gestures.ts'

type Asked = Pick<typeof gestures.$inferInsert, 'id' | 'kind' | 'amount' | 'currency'> & {
  readonly askedById: string
  readonly wish: string
  readonly answerBy: string
}

/**
 * Writes the gesture that an ask becomes: outside the budgets, and from the moment on at which silence grants it. Until
 * then nobody is shown it.
 */
export function prepareGesture(
  { tx }: Work,
  { id: caseId, teamId, ownerId }: LockedCase,
  { id: askId, askedById, wish, answerBy, kind, amount, currency }: Asked,
): { readonly id: string } {
  const id = newId()
  tx.insert(gestures, {
    id,
    askId,
    caseId,
    teamId,
    ownerId,
    grantedById: askedById,
    kind,
    amount,
    currency,
    reason: wish,
    values: [],
    state: 'granted',
    grantedAt: answerBy,
  })
  return { id }
}
