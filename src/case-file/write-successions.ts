import type { Work } from '../db/work.ts'
import type { Succession } from '../rooms/successions/contract.ts'
import { succeedCallbacks } from './succeed-callbacks.ts'

/** A case that passes on by a succession that is complete. */
export interface Passing extends Pick<Succession, 'id' | 'caseId' | 'cause' | 'fromOwnerId'> {
  readonly toOwnerId: string
  /** Its open callback; a resolved case has none. */
  readonly callbackId: string | null
}

/** What becomes another of a case that passes on. */
interface SuccessionColumns {
  readonly ownerId: string
  readonly successionId: string
  readonly assignmentReason: 'succession'
}

/**
 * Writes that cases get other owners (law 12), in the one way in which they do. Open callbacks follow, with their window
 * and their history. The caller writes the successions; `pass` changes these columns of a case, and tells of it by a
 * `case.succeeded` with this data.
 */
export function writeSuccessions<P extends Passing>(
  work: Work,
  passings: readonly P[],
  pass: (passing: P, columns: SuccessionColumns, data: Readonly<Record<string, unknown>>) => void,
): void {
  // Ahead of the changes of the cases: a statement that comes between two changes of a case parts them.
  succeedCallbacks(
    work,
    passings.flatMap(({ callbackId, toOwnerId }) =>
      callbackId === null ? [] : [{ callbackId, ownerId: toOwnerId }],
    ),
  )
  for (const passing of passings) {
    const { id, cause, fromOwnerId, toOwnerId } = passing
    pass(
      passing,
      { ownerId: toOwnerId, successionId: id, assignmentReason: 'succession' },
      { successionId: id, cause, fromOwnerId, toOwnerId },
    )
  }
}
