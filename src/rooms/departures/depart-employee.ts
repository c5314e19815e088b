import { assertExpected, type Work } from '../../db/work.ts'
import { happenedAt } from '../../lib/moments.ts'
import { HasLeft, OwnsOpenCases } from '../employees/problems.ts'
import { lockEmployee } from '../employees/queries.ts'
import { LastMemberOfDefaultTeam } from '../organisation/problems.ts'
import { succeedCases } from '../successions/succeed-cases.ts'
import { assertLongAbsence } from './assert-long-absence.ts'
import { assignCasesOfLeaver } from './assign-cases-of-leaver.ts'
import { completeDeparture } from './complete-departure.ts'
import type { Departure, NewDeparture } from './contract.ts'
import { lockToLeave } from './lock-to-leave.ts'

/**
 * An employee leaves now, or is absent for more than 20 working days: all their open cases pass on to teammates, in this
 * transaction (law 12). Throws `has-left`, `last-member-of-default-team` (law 3), `owns-open-cases` where nobody can
 * take over, and `succession-not-justified` for an absence that is too short.
 */
export async function departEmployee(work: Work, id: string, given: NewDeparture): Promise<Departure> {
  const leaver = await lockToLeave(work, id)
  if (leaver.departed) throw HasLeft.because('This employee has left, and leaves once.')
  const { employee } = await lockEmployee(work, id, {})
  assertExpected(work, employee.version)
  const stays = given.because === 'absent'
  if (stays) await assertLongAbsence(work, id)
  else if (leaver.isLastMember) {
    throw LastMemberOfDefaultTeam.because('Nobody else would be there to own a question.')
  }
  const { moves, unassigned } = await assignCasesOfLeaver(work, leaver, given)
  if (unassigned > 0) throw nobodyFor(unassigned)
  const departedAt = happenedAt(given.at, work.now, '/at')

  if (stays) return { employee, successions: succeedCases(work, id, moves) }
  const successions = await completeDeparture(
    work,
    leaver,
    moves,
    sinceBeginning(employee.leavingSince, departedAt),
  )
  return {
    employee: { ...employee, active: false, leavingSince: null, version: leaver.version + 1 },
    successions,
  }
}

const nobodyFor = (unassigned: number) =>
  OwnsOpenCases.because(
    `Nobody of the team can take over ${unassigned === 1 ? 'one open case' : `${unassigned} open cases`}.`,
    { openCases: unassigned },
  )

/** A departure is not complete before it began. */
const sinceBeginning = (began: string | null, at: string): string =>
  began !== null && began > at ? began : at
