import { sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { pick, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { type Viewer, viewerOf, visible } from '../../facts/visibility.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { absences, employees } from '../../tables/people.ts'
import type { NewAbsence, RegisteredAbsence } from './contract.ts'
import { planStandIns, type Stretch } from './plan.ts'
import { AbsencesOverlap } from './problems.ts'
import { toAbsence } from './queries.ts'
import { readAbsence } from './read-absence.ts'
import { assertMayRegister, assertMayStandIn } from './rules.ts'
import { added, lockAttendance, settleStandIns } from './settle-stand-ins.ts'

const absentee = {
  ...renamed(employees, 'e', { teamId: 'activeTeamId' }),
  departed: sql<boolean>`e.departed_at is not null`,
  timeZone: sql<string>`coalesce(e.time_zone, a.time_zone, org.time_zone)`,
}
const lockAbsentee = selecting(absentee)<{ id: string }>(sql`
  from ${employees} e cross join ${organisation} org left join ${agreements} a on a.team_id = e.active_team_id
  where e.id = ${sql.placeholder('id')} for no key update of e`)

/**
 * Registers an absence: from then on a stand-in acts for the owner (law 11). Who stood in for others meanwhile and now
 * cannot is followed by somebody present, in the same transaction. Nothing moves: cases and promises stay the owner's.
 * Throws `not-found`, `forbidden`, `absences-overlap`, `stand-in-is-absent`, and `unprocessable` naming the field.
 */
export async function registerAbsence(
  work: Work,
  employeeId: string,
  given: NewAbsence,
): Promise<RegisteredAbsence> {
  assertMayRegister(work.actor, employeeId)
  const locked = await work.tx.lock(lockAbsentee, { id: employeeId })
  if (!locked) throw NotFound.because('There is no such employee.')
  if (locked.departed) throw Unprocessable.because('This employee has left, for good.')
  const attendance = await lockAttendance(work, employeeId)
  const absence = { id: newId(), employeeId, ...readAbsence(given, work.now, locked.timeZone) }
  assertApart(absence, attendance.absences)
  const { standInId } = given
  if (standInId !== undefined)
    assertMayStandIn(
      attendance.members.find(({ id }) => id === standInId),
      employeeId,
      locked.teamId,
      absence,
      attendance.absences.filter((each) => each.employeeId === standInId),
    )
  const known = { ...attendance, absences: [...attendance.absences, absence] }
  const plan = planStandIns(known, standInId === undefined ? undefined : { absenceId: absence.id, standInId })
  const promised = await work.tx.rows(fallingIn, { ...absence, ...viewerOf(work.actor) })

  const registeredAt = toWire(work.now)
  work.tx.insert(absences, { ...absence, registeredAt })
  settleStandIns(work, known, plan, new Set([absence.id]))
  const { from, until } = absence
  const parts = added(plan, absence.id)
  const data = { absenceId: absence.id, employeeId, from, until, standIns: parts }
  record(work, { type: 'absence.registered', data })
  const names = new Map(attendance.members.map(({ id, name }) => [id, name]))
  const standIns = parts.map((part) => ({ ...part, name: names.get(part.standInId) ?? '' }))
  const isInTeam = locked.teamId !== null
  return {
    ...toAbsence({ ...absence, standIns, isInTeam, registeredAt, version: 1 }),
    callbacks: promised.map(({ aboutEmployeeId, ...callback }) => ({
      ...callback,
      standInId:
        parts.find(
          (part) =>
            part.from < callback.until && callback.until <= part.until && part.standInId !== aboutEmployeeId,
        )?.standInId ?? null,
    })),
  }
}

function assertApart(
  absence: Stretch & { readonly employeeId: string },
  others: readonly (Stretch & { readonly employeeId: string })[],
) {
  const clash = others.find(
    ({ employeeId, from, until }) =>
      employeeId === absence.employeeId && from < absence.until && absence.from < until,
  )
  if (clash) throw AbsencesOverlap.because(`They are absent from ${clash.from} until ${clash.until}.`)
}

const falling = {
  ...pick(callbacks, 'b', 'id', 'caseId'),
  ...pick(cases, 'c', 'reference', 'aboutEmployeeId'),
  ...renamed(callbacks, 'b', { from: 'windowFrom', until: 'windowUntil' }),
}
const fallingIn = selecting(falling)<Viewer & { employeeId: string; from: string; until: string }>(sql`
  from ${callbacks} b join ${cases} c on c.id = b.case_id
  where b.owner_id = ${sql.placeholder('employeeId')} and b.state = 'open'
    and b.window_until > ${moment('from')} and b.window_until <= ${moment('until')}
    and ${visible}
  order by b.window_until, b.id`)
