import type { Work } from '../db/work.ts'
import { record } from '../events/record-event.ts'
import { toWire } from '../lib/instant.ts'
import { departures, employees } from '../tables/people.ts'
import { lockLeaver } from './lock-leaver.ts'

/**
 * Starts the departure of an employee: from now on they may not call and are given no new cases. Who owns no open case
 * leaves at once, for good; an owner, and the last active member of the default team, stays what they are until others
 * take over, so that no case is ever with nobody (laws 1, 3 and 12). Does nothing for who has left or is leaving. Throws
 * `not-found`.
 */
export async function startDeparture(work: Work, employeeId: string): Promise<void> {
  const { active, bound, version } = await lockLeaver(work, employeeId)
  if (!active) return

  const now = toWire(work.now)
  work.tx.insert(departures, { employeeId, startedAt: now, completedAt: bound ? null : now })
  work.tx.update(
    employees,
    { id: employeeId },
    { version: version + 1, ...(bound ? {} : { departedAt: now }) },
  )
  record(work, { type: bound ? 'departure.started' : 'employee.departed', data: { employeeId } })
}
