import type { Work } from '../db/work.ts'
import type { Successor } from '../facts/find-successors.ts'
import type { Succession } from '../rooms/successions/contract.ts'
import { type Draft, recordOnCase } from './draft.ts'
import { writeSuccessions } from './write-successions.ts'

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
  const { callbackId, ownerId: fromOwnerId } = kase
  const passing = { id, caseId: kase.id, cause, fromOwnerId, toOwnerId: to.id, callbackId }

  writeSuccessions(work, [passing], (_, type, data) => recordOnCase(work, kase, type, data))
  kase.ownerId = to.id
  kase.ownerName = to.name
  kase.ownerExtension = to.extension
  kase.assignmentReason = 'succession'
  kase.standIns = []
  kase.standInId = null
  if (callbackId !== null) kase.callbackVersion += 1
}
