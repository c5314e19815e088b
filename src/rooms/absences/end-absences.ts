import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { absences } from '../../tables/people.ts'
import { type Attendance, type Away, planStandIns } from './plan.ts'
import { settleStandIns } from './settle-stand-ins.ts'

const forget = statement<{ id: string }, never>(
  sql`delete from ${absences} where id = ${sql.placeholder('id')}`,
)

/**
 * Ends absences that are not over, now: the stand-in no longer acts, and whoever is back stands in where a teammate had
 * nobody. One that has not begun is removed. The caller holds the attendance.
 */
export function endAbsences(
  work: Work,
  attendance: Attendance,
  ended: readonly (Away & { readonly version: number })[],
): void {
  const now = toWire(work.now)
  const ids = new Set(ended.map(({ id }) => id))
  const ahead = new Set(ended.filter(({ from }) => from >= now).map(({ id }) => id))
  const known = { ...attendance, absences: attendance.absences.filter(({ id }) => !ids.has(id)) }
  // What had not begun goes with its absence, stand-ins and all; what had begun is cut short like the absence itself.
  const parts = attendance.parts.filter(({ absenceId }) => !ahead.has(absenceId))
  const plan = planStandIns({ ...known, parts })

  for (const { id, version } of ended) {
    if (ahead.has(id)) work.tx.run(forget, { id })
    else work.tx.update(absences, { id }, { until: now, version: version + 1 })
  }
  settleStandIns(work, known, plan, ids)
  for (const { id: absenceId, employeeId, from } of ended)
    record(work, {
      type: 'absence.ended',
      data: { absenceId, employeeId, until: ahead.has(absenceId) ? from : now },
    })
}
