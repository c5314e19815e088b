import { type SQL, sql } from 'drizzle-orm'
import { moment, now } from '../../db/moment.ts'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Actor, Reader } from '../../db/work.ts'
import { underWay } from '../../facts/absent-now.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../../facts/visibility.ts'
import { endOfDay } from '../../lib/end-of-day.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden, NotFound } from '../../lib/problems.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { agreements, teams } from '../../tables/organisation.ts'
import { employees, standIns } from '../../tables/people.ts'
import type { Board, BoardCallback, BoardChased } from './contract.ts'

interface Asked extends Viewer {
  readonly teamId: string
  readonly now: string
}

const team = { ...pick(teams, 't', 'id', 'name'), ...pick(agreements, 'a', 'timeZone') }
const teamById = selecting(team)<{ id: string }>(sql`
  from ${teams} t join ${agreements} a on a.team_id = t.id where t.id = ${sql.placeholder('id')}`)

const promises = sql`from ${cases} c join ${callbacks} b on b.id = c.callback_id`
const ofTeam = sql`c.team_id = ${sql.placeholder('teamId')} and c.callback_id is not null and ${notAboutViewer}`

const counts = {
  open: sql<number>`count(*)::int`,
  overdue: sql<number>`count(*) filter (where b.window_until < ${now})::int`,
  dueToday: sql<number>`count(*) filter (where b.window_until >= ${now} and b.window_until <= ${moment('end')})::int`,
}
const counted = selecting(counts)<Asked & { end: string }>(sql`${promises} where ${ofTeam}`)

/** A case of the team with its promise, and who speaks for its owner. */
const onBoard = {
  ...pick(callbacks, 'b', 'id'),
  ...renamed(cases, 'c', { caseId: 'id' }),
  ...pick(cases, 'c', 'reference', 'subject', 'customerId'),
  ...renamed(customers, 'cu', { customerName: 'name' }),
  ...renamed(employees, 'o', { ownerId: 'id', ownerName: 'name', ownerExtension: 'extension' }),
  ...orNull(renamed(employees, 'si', { standInId: 'id', standInName: 'name' })),
  ...pick(cases, 'c', 'chases'),
  ...pick(callbacks, 'b', 'channel', 'attempts', 'nextTryAt'),
  ...renamed(callbacks, 'b', { from: 'windowFrom', until: 'windowUntil' }),
}
type BoardRow = RowOf<typeof onBoard>

const most = sql.raw('50')
const listed = (condition: SQL, order: SQL): SQL => sql`
  ${promises} join ${customers} cu on cu.id = c.customer_id join ${employees} o on o.id = c.owner_id
  left join ${standIns} s on s.owner_id = c.owner_id and ${underWay('s')}
  left join ${employees} si on si.id = s.stand_in_id
  where ${ofTeam} and ${condition} order by ${order} limit ${most}`

const byWindow = sql`b.window_until, b.id`
const overdue = selecting(onBoard)<Asked>(listed(sql`b.window_until < ${now}`, byWindow))
const dueSoon = selecting(onBoard)<Asked & { soon: string }>(
  listed(sql`b.window_until >= ${now} and b.window_until <= ${moment('soon')}`, byWindow),
)
const chased = selecting(onBoard)<Asked>(listed(sql`c.chases > 0`, sql`c.chases desc, b.window_until, c.id`))

const soonIs = { hours: 2 }

/**
 * What needs the attention of a team: members see their own board, coaches, admins and systems each one. Cases about
 * the viewer are neither counted nor shown. Nothing here measures a person (law 16). Throws `not-found`, and
 * `forbidden` for members of other teams.
 */
export async function showBoard({ db, actor, now }: Reader, teamId: string): Promise<Board> {
  assertMaySee(actor, teamId)
  const found = await db.row(teamById, { id: teamId })
  if (!found) throw NotFound.because('There is no such team.')
  const asked: Asked = { ...viewerOf(actor), teamId, now: toWire(now) }
  const [all, late, soon, again] = await Promise.all([
    db.row(counted, { ...asked, end: toWire(endOfDay(now, found.timeZone)) }),
    db.rows(overdue, asked),
    db.rows(dueSoon, { ...asked, soon: toWire(now.add(soonIs)) }),
    db.rows(chased, asked),
  ])
  if (!all) throw new Error('a count has a row')

  return {
    team: { id: found.id, name: found.name },
    date: now.toZonedDateTimeISO(found.timeZone).toPlainDate().toString(),
    promises: { open: all.open, dueToday: all.dueToday, overdue: all.overdue },
    overdue: late.map(toCallback),
    dueSoon: soon.map(toCallback),
    chased: again.map(toChased),
  }
}

function assertMaySee({ employee }: Actor, teamId: string): void {
  if (employee?.role !== 'member' || employee.teamId === teamId) return
  throw Forbidden.because('Only a member of the team, a coach or an admin may see its board.')
}

const toChased = (row: BoardRow): BoardChased => ({
  caseId: row.caseId,
  reference: row.reference,
  subject: row.subject,
  customer: { id: row.customerId, name: row.customerName },
  owner: { id: row.ownerId, name: row.ownerName, extension: row.ownerExtension },
  standIn:
    row.standInId === null || row.standInName === null ? null : { id: row.standInId, name: row.standInName },
  chases: row.chases,
  until: row.until,
})

function toCallback(row: BoardRow): BoardCallback {
  const { until, ...whose } = toChased(row)
  return {
    id: row.id,
    ...whose,
    channel: row.channel,
    from: row.from,
    until,
    attempts: row.attempts,
    nextTryAt: row.nextTryAt,
  }
}
