import type { Work } from '../db/work.ts'
import type { Succession } from '../rooms/successions/contract.ts'
import { cases } from '../tables/cases.ts'
import { passCallbacksOn } from './pass-callbacks-on.ts'

/** A case that passes on by a succession that is complete. */
export interface Passing extends Pick<Succession, 'id' | 'caseId' | 'cause' | 'fromOwnerId'> {
  readonly toOwnerId: string
  /** Its open callback; a resolved case has none. */
  readonly callbackId: string | null
}

/**
 * Writes that cases get other owners (law 12), in the one way in which they do. Open callbacks follow, with their window
 * and their history. The caller writes the successions and the versions of the cases, and appends to the history of each
 * what `tell` is told.
 */
export function writeSuccessions<P extends Passing>(
  work: Work,
  passings: readonly P[],
  tell: (passing: P, type: 'case.succeeded', data: Readonly<Record<string, unknown>>) => void,
): void {
  // Ahead of the changes of the cases: a statement that comes between two changes of a case parts them.
  passCallbacksOn(
    work,
    passings.flatMap(({ callbackId, toOwnerId }) =>
      callbackId === null ? [] : [{ callbackId, ownerId: toOwnerId }],
    ),
  )
  for (const passing of passings) {
    const { id, caseId, cause, fromOwnerId, toOwnerId } = passing
    tell(passing, 'case.succeeded', { successionId: id, cause, fromOwnerId, toOwnerId })
    work.tx.update(
      cases,
      { id: caseId },
      { ownerId: toOwnerId, successionId: id, assignmentReason: 'succession' },
    )
  }
}
