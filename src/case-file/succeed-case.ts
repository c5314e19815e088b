import type { Work } from '../db/work.ts'
import type { Successor } from '../facts/find-successors.ts'
import type { Succession } from '../rooms/successions/contract.ts'
import { cases } from '../tables/cases.ts'
import { type Draft, recordOnCase } from './draft.ts'
import { passCallbacksOn } from './pass-callbacks-on.ts'

/**
 * Gives a case to the owner to whom a succession leads (law 12), in the draft and in the rows; whoever saves the case
 * writes its version. Its open callback follows, with its window and its history.
 */
export function succeedCase(
  work: Work,
  kase: Draft,
  { id, cause }: Pick<Succession, 'id' | 'cause'>,
  to: Pick<Successor, 'id' | 'name' | 'extension'>,
): void {
  const successor = { successionId: id, ownerId: to.id, assignmentReason: 'succession' }

  work.tx.update(cases, { id: kase.id }, successor)
  recordOnCase(work, kase, 'case.succeeded', {
    successionId: id,
    cause,
    fromOwnerId: kase.ownerId,
    toOwnerId: to.id,
  })
  kase.ownerId = to.id
  kase.ownerName = to.name
  kase.ownerExtension = to.extension
  kase.assignmentReason = successor.assignmentReason
  kase.standIns = []
  kase.standInId = null
  if (kase.callbackId === null) return
  passCallbacksOn(work, [{ callbackId: kase.callbackId, ownerId: to.id }])
  kase.callbackVersion += 1
}
