import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { absences, departures } from '../../tables/people.ts'
import { endAbsences } from './end-absences.ts'
import { except, planStandIns, type Stretch } from './plan.ts'
import { added, lockAttendance, settleStandIns } from './settle-stand-ins.ts'

/**
 * An owner who is about to leave is absent until then: a teammate stands in for them, and others do where they stood in
 * themselves (law 11). Where they are absent anyway, that absence stays what it is. The caller holds the employee's row.
 */
export async function coverLeaver(work: Work, employeeId: string, span: Stretch): Promise<void> {
  const attendance = await lockAttendance(work, employeeId)
  const members = attendance.members.map((member) =>
    member.id === employeeId ? { ...member, leaving: true } : member,
  )
  const away = attendance.absences.filter((absence) => absence.employeeId === employeeId)
  const made = except(span, away).map((stretch) => ({ id: newId(), employeeId, ...stretch }))
  const known = { ...attendance, members, absences: [...attendance.absences, ...made] }
  const plan = planStandIns(known)

  for (const absence of made) work.tx.insert(absences, { ...absence, registeredAt: span.from })
  settleStandIns(work, known, plan, new Set(made.map(({ id }) => id)))
  for (const { id: absenceId, from, until } of made)
    record(work, {
      type: 'absence.registered',
      data: { absenceId, employeeId, from, until, standIns: added(plan, absenceId) },
    })
}

/** The absences with which a departure began are those that were registered at that very moment. */
const ofDeparture = selecting(pick(absences, 'a', 'id', 'employeeId', 'from', 'until', 'version'))<{
  id: string
  now: string
}>(sql`from ${absences} a join ${departures} d on d.employee_id = a.employee_id and d.started_at = a.registered_at
  where a.employee_id = ${sql.placeholder('id')} and d.completed_at is null and d.due_at is not null
    and a.from_at >= d.started_at and a.until_at > ${sql.placeholder('now')}::timestamptz`)

/** They stay after all: what `coverLeaver` registered ends now. The caller holds the employee's row. */
export async function uncoverLeaver(work: Work, employeeId: string): Promise<void> {
  const attendance = await lockAttendance(work, employeeId)
  const ended = await work.tx.rows(ofDeparture, { id: employeeId, now: attendance.now })
  const members = attendance.members.map((member) =>
    member.id === employeeId ? { ...member, leaving: false } : member,
  )
  endAbsences(work, { ...attendance, members }, ended)
}
