import type { Actor } from '../../db/work.ts'
import { Forbidden, Unprocessable } from '../../lib/problems.ts'
import type { Member, Stretch } from './plan.ts'
import { StandInIsAbsent } from './problems.ts'

/** An employee sees to their own absences, a coach or an admin to anybody's. Throws `forbidden`. */
export function assertMayRegister({ employee }: Actor, employeeId: string): void {
  if (employee?.role === 'member' && employee.id !== employeeId)
    throw Forbidden.because('Another’s absence is theirs to register, or a coach’s.', { required: 'coach' })
}

/**
 * Law 11: who is named to stand in is another active member of the team, and present for all of it. Throws
 * `unprocessable` and `stand-in-is-absent`.
 */
export function assertMayStandIn(
  standIn: Member | undefined,
  employeeId: string,
  teamId: string | null,
  absence: Stretch,
  theirAbsences: readonly Stretch[],
): void {
  if (!standIn || standIn.teamId !== teamId || standIn.id === employeeId || standIn.leaving)
    throw Unprocessable.at('/standInId', 'is no other active member of the team')
  const clash = theirAbsences.find(({ from, until }) => from < absence.until && absence.from < until)
  if (clash)
    throw StandInIsAbsent.at('/standInId', `is absent from ${clash.from} until ${clash.until}`, { ...clash })
}
