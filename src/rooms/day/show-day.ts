import { sql } from 'drizzle-orm'
import { moment, now } from '../../db/moment.ts'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../../facts/visibility.ts'
import { endOfDay } from '../../lib/end-of-day.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden } from '../../lib/problems.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'
import { customers } from '../../tables/customers.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { employees, standIns } from '../../tables/people.ts'
import type { Day, DayCallback } from './contract.ts'
import { newsOfIdeas } from './news-of-ideas.ts'

/** The time zone, beside each time that the employee stands in for somebody; nulls where there is none. */
const around = {
  timeZone: sql<string>`coalesce(a.time_zone, o.time_zone)`,
  ...orNull(renamed(standIns, 's', { id: 'absenceId' })),
  ...renamed(employees, 'e', { employeeId: 'id' }),
  ...pick(employees, 'e', 'name', 'extension'),
  ...pick(standIns, 's', 'from', 'until'),
}
const mostAbsences = 50
const aroundViewer = selecting(around)<{ viewerId: string; viewerTeamId: string | null; now: string }>(sql`
  from ${organisation} o
  left join ${agreements} a on a.team_id = ${sql.placeholder('viewerTeamId')}
  left join (select * from ${standIns} where stand_in_id = ${sql.placeholder('viewerId')} and until_at > ${now}
    order by from_at, id limit ${sql.raw(String(mostAbsences))}) s on true
  left join ${employees} e on e.id = s.owner_id
  order by s.from_at, s.id`)

const due = {
  ...pick(callbacks, 'b', 'id', 'caseId'),
  ...pick(cases, 'c', 'reference', 'subject', 'customerId'),
  ...renamed(customers, 'cu', { customerName: 'name' }),
  ...pick(callbacks, 'b', 'ownerId', 'channel'),
  ...renamed(callbacks, 'b', { to: 'address', from: 'windowFrom', until: 'windowUntil' }),
  ...pick(callbacks, 'b', 'computed', 'attempts', 'nextTryAt'),
  ...pick(cases, 'c', 'chases'),
}
const mostCallbacks = 200
const dueOf = selecting(due)<Viewer & { owners: readonly string[]; end: string }>(sql`
  from ${callbacks} b join ${cases} c on c.id = b.case_id join ${customers} cu on cu.id = c.customer_id
  where b.state = 'open' and b.owner_id = any(${sql.placeholder('owners')}::uuid[])
    and b.window_until <= ${moment('end')} and ${notAboutViewer}
  order by b.window_until, b.window_from, b.id limit ${sql.raw(String(mostCallbacks + 1))}`)

const asked = {
  ...pick(consultations, 'x', 'id', 'caseId'),
  ...pick(cases, 'c', 'reference', 'subject'),
  ...pick(consultations, 'x', 'kind', 'question'),
  ...renamed(employees, 'a', { askedById: 'id', askedByName: 'name' }),
  ...pick(consultations, 'x', 'needBy'),
}
const mostConsultations = 50
const askedOfViewer = selecting(asked)<Viewer>(sql`
  from ${consultations} x join ${cases} c on c.id = x.case_id join ${employees} a on a.id = x.asked_by_id
  where x.consulted_id = ${sql.placeholder('viewerId')} and x.state = 'open' and ${notAboutViewer}
  order by x.need_by, x.id limit ${sql.raw(String(mostConsultations))}`)

/**
 * The day of the employee who asks: what they have promised, and what the owners have promised for whom they stand in
 * now (law 11), as far as it is overdue or due today; and what colleagues ask of them. Complaints about themselves are not
 * in it.
 */
export async function showDay(reader: Reader): Promise<Day> {
  const { db, actor, now } = reader
  const viewer = viewerOf(actor)
  const { employee } = actor
  if (!employee) throw Forbidden.because('Only an employee has a day.')
  const at = toWire(now)
  const rows = await db.rows(aroundViewer, { viewerId: employee.id, viewerTeamId: employee.teamId, now: at })
  const timeZone = rows[0]?.timeZone ?? 'UTC'
  const absences = rows.flatMap(({ id, ...row }) => (id === null ? [] : [{ id, ...row }]))
  const standingInFor = absences.filter(({ from }) => from <= at)
  const owners = [employee.id, ...standingInFor.map(({ employeeId }) => employeeId)]
  const [found, questions, heard] = await Promise.all([
    db.rows(dueOf, { ...viewer, owners, end: toWire(endOfDay(now, timeZone)) }),
    db.rows(askedOfViewer, viewer),
    newsOfIdeas(reader, viewer),
  ])

  return {
    employee: { id: employee.id, name: employee.name },
    date: now.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    timeZone,
    callbacks: found.slice(0, mostCallbacks).map((row) => toDayCallback(row, at)),
    more: found.length > mostCallbacks,
    consultations: questions.map(({ askedById, askedByName, needBy, ...row }) => ({
      ...row,
      askedBy: { id: askedById, name: askedByName },
      needBy,
      overdue: needBy < at,
    })),
    ideas: heard,
    standingInFor: standingInFor.map(({ employeeId: id, name, extension, until }) => ({
      id,
      name,
      extension,
      until,
    })),
    absences: absences.map(({ id, employeeId, name, from, until }) => ({
      id,
      employeeId,
      name,
      from,
      until,
    })),
  }
}

const toDayCallback = (
  { customerId, customerName, ...row }: RowOf<typeof due>,
  now: string,
): DayCallback => ({
  id: row.id,
  caseId: row.caseId,
  reference: row.reference,
  subject: row.subject,
  customer: { id: customerId, name: customerName },
  ownerId: row.ownerId,
  channel: row.channel,
  to: row.to,
  from: row.from,
  until: row.until,
  computed: row.computed,
  overdue: row.until < now,
  attempts: row.attempts,
  nextTryAt: row.nextTryAt,
  chases: row.chases,
})
