import { sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { leaving } from '../../facts/leaving.ts'
import { openCasesOf } from '../../facts/open-cases-of.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { cases } from '../../tables/cases.ts'
import { teams } from '../../tables/organisation.ts'
import { absences, employees, standIns } from '../../tables/people.ts'
import type { Attendance, Plan } from './plan.ts'

interface Concerned {
  readonly employeeId: string
  readonly now: string
  readonly toTeamId: string | null
}

/** Whose stand-ins change with this employee: their team, and those of the owners for whom they stand in. */
const lockTeams = selecting(pick(teams, 't', 'id'))<Concerned>(sql`
  from ${teams} t where t.id in (
    select active_team_id from ${employees} where id = ${sql.placeholder('employeeId')}
    union select o.active_team_id from ${standIns} p join ${employees} o on o.id = p.owner_id
      where p.stand_in_id = ${sql.placeholder('employeeId')} and p.until_at > ${now}
    union select ${sql.placeholder('toTeamId')}::uuid)
  order by t.id for no key update`)

interface OfTeams {
  readonly teamIds: readonly string[]
  readonly employeeId: string
  readonly now: string
}

const member = {
  ...pick(employees, 'e', 'id', 'name'),
  teamId: sql<string>`e.active_team_id`,
  load: sql<number>`${openCasesOf(sql`e.id`)}::float8 / e.contract_hours`,
  leaving,
  subjectOf: sql<string[]>`array(select distinct owner_id from ${cases}
    where about_employee_id = e.id and callback_id is not null)::text[]`,
  complainsAbout: sql<string[]>`array(select distinct about_employee_id from ${cases}
    where owner_id = e.id and callback_id is not null and about_employee_id is not null)::text[]`,
}
const membersOf = selecting(member)<OfTeams>(sql`
  from ${employees} e where e.active_team_id = any(${sql.placeholder('teamIds')}::uuid[])`)

const theirs = sql`(select id from ${employees} where active_team_id = any(${sql.placeholder('teamIds')}::uuid[])
  union select ${sql.placeholder('employeeId')}::uuid)`

const absencesOf = selecting(pick(absences, 'w', 'id', 'employeeId', 'from', 'until'))<OfTeams>(sql`
  from ${absences} w where w.employee_id in ${theirs} and w.until_at > ${now} order by w.from_at, w.id`)

const part = pick(standIns, 'p', 'id', 'absenceId', 'ownerId', 'standInId', 'from', 'until')
const partsOf = selecting(part)<OfTeams>(sql`
  from ${standIns} p where (p.owner_id in ${theirs} or p.stand_in_id in ${theirs}) and p.until_at > ${now}
  order by p.from_at, p.id`)

/**
 * Locks the team of an employee against all who change its attendance, and reads who is away and who stands in from now on.
 * One at a time: fifty who fall ill at once each find somebody who is still there. `toTeamId` is the team that they move to.
 */
export async function lockAttendance(
  work: Work,
  employeeId: string,
  toTeamId: string | null = null,
): Promise<Attendance> {
  const locked = await work.tx.lockAll(lockTeams, { employeeId, toTeamId, now: toWire(work.begun) })
  const now = toWire(work.now)
  const of = { teamIds: locked.map(({ id }) => id), employeeId, now }
  const [members, away, parts] = await Promise.all([
    work.tx.rows(membersOf, of),
    work.tx.rows(absencesOf, of),
    work.tx.rows(partsOf, of),
  ])
  return { now, members, absences: away, parts }
}

const dropParts = statement<{ ids: readonly string[] }, never>(
  sql`delete from ${standIns} where id = any(${sql.placeholder('ids')}::uuid[])`,
)
const countChange = statement<{ ids: readonly string[] }, never>(
  sql`update ${absences} set version = version + 1 where id = any(${sql.placeholder('ids')}::uuid[])`,
)

/**
 * Writes a plan: each absence of somebody else whose stand-ins it changes says so in its version and in an event. `own` is
 * the absence that the plan was made for, whose own event tells.
 */
export function settleStandIns(
  work: Work,
  { absences: away }: Attendance,
  plan: Plan,
  own: ReadonlySet<string> = new Set(),
): void {
  if (plan.dropped.length > 0) work.tx.run(dropParts, { ids: plan.dropped.map(({ id }) => id) })
  for (const { id, until } of plan.cut) work.tx.update(standIns, { id }, { until })
  for (const part of plan.added) work.tx.insert(standIns, { id: newId(), ...part })

  const changed = new Set([...plan.dropped, ...plan.cut, ...plan.added].map(({ absenceId }) => absenceId))
  for (const id of own) changed.delete(id)
  if (changed.size > 0) work.tx.run(countChange, { ids: [...changed] })
  for (const { id: absenceId, employeeId } of away.filter(({ id }) => changed.has(id)))
    record(work, {
      type: 'absence.covered',
      data: { absenceId, employeeId, standIns: added(plan, absenceId) },
    })
}

/** Who stands in anew, as events tell it. */
export const added = (plan: Plan, absenceId: string) =>
  plan.added
    .filter((part) => part.absenceId === absenceId)
    .map(({ standInId, from, until }) => ({ standInId, from, until }))
