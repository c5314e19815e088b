import { sql } from 'drizzle-orm'
import { calendarsOf } from '../../calendar/calendars.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { underWay } from '../../facts/absent-now.ts'
import { teamHoursRow } from '../../facts/hours-columns.ts'
import { toWire } from '../../lib/instant.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { absences, employees } from '../../tables/people.ts'
import { countWorkingDays } from '../absences/count-working-days.ts'
import { SuccessionNotJustified } from '../successions/problems.ts'

/** Working days; an owner who is absent for more of them has successors (law 12). */
const mostDays = 20

const absence = { ...pick(absences, 'w', 'from', 'until'), ...teamHoursRow }
const present = selecting(absence)<{ id: string; now: string }>(sql`
  from ${absences} w join ${employees} e on e.id = w.employee_id join ${agreements} a on a.team_id = e.active_team_id
  cross join ${organisation} org
  where w.employee_id = ${sql.placeholder('id')} and ${underWay('w')}`)

/**
 * Throws `succession-not-justified` unless the employee is absent now, and from beginning to end for more than 20 working
 * days: days on which their team is open.
 */
export async function assertLongAbsence({ tx, now }: Work, id: string): Promise<void> {
  const found = await tx.row(present, { id, now: toWire(now) })
  if (!found)
    throw SuccessionNotJustified.because('This employee is not absent now: their cases stay theirs.')
  const { from, until, ...team } = found
  const [open] = calendarsOf(
    team,
    { workingHours: null, timeZone: null, absences: [], standIns: [] },
    { preferredWindows: null, timeZone: null },
  )
  const within = { from: Date.parse(from), until: Date.parse(until) }
  const days = open ? countWorkingDays(open.timetable, team.timeZone, within, mostDays + 1) : 0
  if (days > mostDays) return
  throw SuccessionNotJustified.because(
    `This absence is of ${days} working days: until it is more than ${mostDays}, a stand-in acts for the owner.`,
    { workingDays: days },
  )
}
