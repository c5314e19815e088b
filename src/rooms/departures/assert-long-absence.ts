import { sql } from 'drizzle-orm'
import { calendarsOf, type TeamHours } from '../../calendar/calendars.ts'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { absences, employees } from '../../tables/people.ts'
import { countWorkingDays } from '../absences/count-working-days.ts'
import { SuccessionNotJustified } from '../successions/problems.ts'

/** Working days; an owner who is absent for more of them has successors (law 12). */
const mostDays = 20

interface PresentAbsence extends TeamHours {
  readonly from: string
  readonly until: string
}

const present = statement<{ id: string; now: string }, PresentAbsence>(sql`
  select w.from_at as "from", w.until_at as "until", a.opening_hours as "openingHours", a.time_zone as "timeZone",
    a.closures, org.country, org.holiday_region as "holidayRegion"
  from ${absences} w join ${employees} e on e.id = w.employee_id join ${agreements} a on a.team_id = e.active_team_id
  cross join ${organisation} org
  where w.employee_id = ${sql.placeholder('id')} and w.from_at <= ${sql.placeholder('now')}::timestamptz
    and ${sql.placeholder('now')}::timestamptz < w.until_at`)

/**
 * Throws `succession-not-justified` unless the employee is absent now, and from beginning to end for more than 20 working
 * days: days on which their team is open.
 */
export async function assertLongAbsence({ tx, now }: Work, id: string): Promise<void> {
  const absence = await tx.row(present, { id, now: toWire(now) })
  if (!absence)
    throw SuccessionNotJustified.because('This employee is not absent now: their cases stay theirs.')
  const { from, until, ...team } = absence
  const [open] = calendarsOf(
    team,
    { workingHours: null, timeZone: null, absences: [] },
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
