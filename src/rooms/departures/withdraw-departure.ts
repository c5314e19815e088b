import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { departures, employees } from '../../tables/people.ts'
import { uncoverLeaver } from '../absences/cover-leaver.ts'
import { HasLeft } from '../employees/problems.ts'
import type { Leaver } from './lock-leaver.ts'

const forget = statement<{ id: string }, never>(
  sql`delete from ${departures} where employee_id = ${sql.placeholder('id')} and completed_at is null`,
)

/**
 * Withdraws a departure that is not complete: they may call again. Throws `has-left` for who has left: they never own
 * again under that name (law 12). The caller holds the employee's row.
 */
export async function withdrawDeparture(
  work: Work,
  { id, departed, leaving, teamId, version }: Leaver,
): Promise<void> {
  if (departed) throw HasLeft.because('This employee has left, and nobody comes back under the same id.')
  if (!leaving) return
  if (teamId !== null) await uncoverLeaver(work, id)

  work.tx.run(forget, { id })
  work.tx.update(employees, { id }, { version: version + 1, changedAt: toWire(work.now) })
  record(work, { type: 'departure.withdrawn', data: { employeeId: id } })
}
