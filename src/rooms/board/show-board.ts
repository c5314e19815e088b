import { type SQL, sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Actor, Reader } from '../../db/work.ts'
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

interface Promises {
  readonly open: number
  readonly dueToday: number
  readonly overdue: number
}

/** A case of the team with its promise, and who speaks for its owner. */
interface BoardRow extends Omit<BoardCallback, 'customer' | 'owner' | 'standIn'> {
  readonly customerId: string
  readonly customerName: string | null
  readonly ownerId: string
  readonly ownerName: string
  readonly ownerExtension: string | null
  readonly standInId: string | null
  readonly standInName: string | null
}

const teamById = statement<{ id: string }, { id: string; name: string; timeZone: string }>(sql`
  select t.id, t.name, a.time_zone as "timeZone" from ${teams} t join ${agreements} a on a.team_id = t.id
  where t.id = ${sql.placeholder('id')}`)

const moment = (name: string): SQL => sql`${sql.placeholder(name)}::timestamptz`
const now = moment('now')
const promises = sql`from ${cases} c join ${callbacks} b on b.id = c.callback_id`
const ofTeam = sql`c.team_id = ${sql.placeholder('teamId')} and c.callback_id is not null and ${notAboutViewer}`

const counted = statement<Asked & { end: string }, Promises>(sql`
  select count(*)::int as open, count(*) filter (where b.window_until < ${now})::int as overdue,
    count(*) filter (where b.window_until >= ${now} and b.window_until <= ${moment('end')})::int as "dueToday"
  ${promises} where ${ofTeam}`)

const most = sql.raw('50')
const listed = (condition: SQL, order: SQL): SQL => sql`
  select b.id, c.id as "caseId", c.reference, c.subject, c.customer_id as "customerId", cu.name as "customerName",
    o.id as "ownerId", o.name as "ownerName", o.extension as "ownerExtension", si.id as "standInId",
    si.name as "standInName", c.chases, b.channel, b.window_from as "from", b.window_until as "until", b.attempts,
    b.next_try_at as "nextTryAt"
  ${promises} join ${customers} cu on cu.id = c.customer_id join ${employees} o on o.id = c.owner_id
  left join ${standIns} s on s.owner_id = c.owner_id and s.from_at <= ${now} and s.until_at > ${now}
  left join ${employees} si on si.id = s.stand_in_id
  where ${ofTeam} and ${condition} order by ${order} limit ${most}`

const byWindow = sql`b.window_until, b.id`
const overdue = statement<Asked, BoardRow>(listed(sql`b.window_until < ${now}`, byWindow))
const dueSoon = statement<Asked & { soon: string }, BoardRow>(
  listed(sql`b.window_until >= ${now} and b.window_until <= ${moment('soon')}`, byWindow),
)
const chased = statement<Asked, BoardRow>(listed(sql`c.chases > 0`, sql`c.chases desc, b.window_until, c.id`))

const soonIs = { hours: 2 }

/**
 * What needs the attention of a team: members see their own board, coaches, admins and systems each one. Cases about
 * the viewer are neither counted nor shown. Nothing here measures a person (law 16). Throws `not-found`, and
 * `forbidden` for members of other teams.
 */
export async function showBoard({ db, actor, now }: Reader, teamId: string): Promise<Board> {
  assertMaySee(actor, teamId)
  const team = await db.row(teamById, { id: teamId })
  if (!team) throw NotFound.because('There is no such team.')
  const asked: Asked = { ...viewerOf(actor), teamId, now: toWire(now) }
  const [counts, late, soon, again] = await Promise.all([
    db.row(counted, { ...asked, end: toWire(endOfDay(now, team.timeZone)) }),
    db.rows(overdue, asked),
    db.rows(dueSoon, { ...asked, soon: toWire(now.add(soonIs)) }),
    db.rows(chased, asked),
  ])
  if (!counts) throw new Error('a count has a row')

  return {
    team: { id: team.id, name: team.name },
    date: now.toZonedDateTimeISO(team.timeZone).toPlainDate().toString(),
    promises: { open: counts.open, dueToday: counts.dueToday, overdue: counts.overdue },
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
