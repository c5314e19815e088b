import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { departures, employees } from '../../tables/people.ts'
import { coverLeaver } from '../absences/cover-leaver.ts'
import type { Leaver } from './lock-leaver.ts'

/** How long a provider may take its word back before anything moves. */
export const grace = { hours: 1 }

/**
 * Begins the departure of an employee whom an identity provider has switched off: from now on they may not call and are
 * given no new cases, and a teammate stands in for them (law 11). Nothing moves for an hour; then `completeDepartures`
 * lets them go. The caller holds the employee's row.
 */
export async function beginDeparture(work: Work, { id, teamId, version }: Leaver): Promise<void> {
  const startedAt = toWire(work.now)
  const dueAt = toWire(work.now.add(grace))
  if (teamId !== null) await coverLeaver(work, id, { from: startedAt, until: dueAt })

  const startedById = work.actor.id
  work.tx.insert(departures, { employeeId: id, startedAt, startedById, dueAt, completedAt: null })
  work.tx.update(employees, { id }, { version: version + 1, changedAt: startedAt })
  record(work, { type: 'departure.started', data: { employeeId: id } })
}
