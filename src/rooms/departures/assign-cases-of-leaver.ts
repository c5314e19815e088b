import type { Work } from '../../db/work.ts'
import { findSuccessors } from '../../facts/find-successors.ts'
import { mayKnowOf } from '../../facts/visibility.ts'
import { type AssignedCases, assignSuccessors, type Successors } from '../successions/assign-successors.ts'
import { type LeavingCase, lockOpenCases } from '../successions/succeed-cases.ts'
import type { Leaver } from './lock-leaver.ts'

/**
 * Who would take over which open case of somebody who leaves; the cases are locked, and nothing is written yet. Throws
 * `unprocessable` for successors who cannot.
 */
export async function assignCasesOfLeaver(
  work: Work,
  leaver: Leaver,
  successors: Successors = {},
): Promise<AssignedCases<LeavingCase>> {
  const cases = await lockOpenCases(work, leaver.id)
  const teammates = await findSuccessors(work, leaver.teamId, leaver.id)
  const isKnown = ({ aboutEmployeeId }: LeavingCase) =>
    mayKnowOf(work.actor, { aboutEmployeeId, ownerId: leaver.id })
  return assignSuccessors(cases, teammates, successors, isKnown)
}
