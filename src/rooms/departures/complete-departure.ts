import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { departures, employees } from '../../tables/people.ts'
import { followMember } from '../employees/follow-member.ts'
import type { AssignedCases } from '../successions/assign-successors.ts'
import type { Succession } from '../successions/contract.ts'
import { type LeavingCase, succeedCases } from '../successions/succeed-cases.ts'
import type { Leaver } from './lock-leaver.ts'

/**
 * They leave for good: their open cases pass on, all at once, in the transaction of the departure (law 12), and from
 * `departedAt` on they own nothing and never own again. Where they stood in for somebody, a teammate does.
 */
export async function completeDeparture(
  work: Work,
  { id, leaving, version }: Leaver,
  moves: AssignedCases<LeavingCase>['moves'],
  departedAt: string,
): Promise<Succession[]> {
  await followMember(work, id, { teamId: null })

  const successions = succeedCases(work, id, moves)
  if (leaving) work.tx.update(departures, { employeeId: id }, { completedAt: departedAt })
  else work.tx.insert(departures, { employeeId: id, startedAt: departedAt, completedAt: departedAt })
  work.tx.update(employees, { id }, { version: version + 1, changedAt: toWire(work.now), departedAt })
  record(work, { type: 'employee.departed', data: { employeeId: id } })
  return successions
}
