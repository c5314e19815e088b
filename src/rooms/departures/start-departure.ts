import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { departures, employees } from '../../tables/people.ts'
import { followMember } from '../employees/follow-member.ts'
import { assignCasesOfLeaver } from './assign-cases-of-leaver.ts'
import { completeDeparture } from './complete-departure.ts'
import { lockLeaver } from './lock-leaver.ts'

/**
 * Starts the departure of an employee: from now on they may not call and are given no new cases. Their open cases pass on
 * to teammates, and they leave at once, for good. Where nobody can take over, and for the last active member of the default
 * team, it only begins: they stay what they are until others are there, so that no case is ever with nobody (laws 1, 3
 * and 12). Who was leaving already leaves
 * as soon as somebody can take over. Throws `not-found`.
 */
export async function startDeparture(work: Work, employeeId: string): Promise<void> {
  const leaver = await lockLeaver(work, employeeId)
  if (leaver.departed) return
  const { moves, unassigned } = await assignCasesOfLeaver(work, leaver)

  const now = toWire(work.now)
  if (unassigned === 0 && !leaver.isLastMember) {
    await completeDeparture(work, leaver, moves, now)
    return
  }
  if (leaver.leaving) return
  await followMember(work, employeeId, { leaving: true })
  work.tx.insert(departures, { employeeId, startedAt: now, completedAt: null })
  work.tx.update(employees, { id: employeeId }, { version: leaver.version + 1, changedAt: now })
  record(work, { type: 'departure.started', data: { employeeId } })
}
