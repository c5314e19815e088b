import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { listing } from '../../db/lists/listing.ts'
import { asJsonList, pick, type RowOf, select } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { absences, employees, standIns } from '../../tables/people.ts'
import type { Absence, AbsenceQuery } from './contract.ts'
import { except } from './plan.ts'

const standIn = {
  ...pick(standIns, 'p', 'standInId'),
  ...pick(employees, 's', 'name'),
  ...pick(standIns, 'p', 'from', 'until'),
}
const absenceRow = {
  ...pick(absences, 'a', 'id', 'employeeId', 'from', 'until'),
  standIns: sql<RowOf<typeof standIn>[]>`(select ${asJsonList(standIn, sql`p.from_at`)}
    from ${standIns} p join ${employees} s on s.id = p.stand_in_id where p.absence_id = a.id)`,
  isInTeam: sql<boolean>`e.team_id is not null`,
  ...pick(absences, 'a', 'registeredAt', 'version'),
}
const from = sql`from ${absences} a join ${employees} e on e.id = a.employee_id`

const byId = selecting(absenceRow)<{ id: string }>(sql`${from} where a.id = ${sql.placeholder('id')}`)

/** One absence. Throws `not-found`. */
export async function showAbsence({ db }: Reader, id: string): Promise<Absence> {
  const row = await db.row(byId, { id })
  if (!row) throw NotFound.because('There is no such absence.')
  return toAbsence(row)
}

const ofEmployee = listing({
  select: select(absenceRow, from),
  filters: {
    untilAfter: (value) => sql`a.until_at > ${value}::timestamptz`,
    fromBefore: (value) => sql`a.from_at < ${value}::timestamptz`,
  },
  always: sql`a.employee_id = ${sql.placeholder('employeeId')}`,
  order: [
    { column: sql`a.from_at`, key: 'from', type: 'timestamptz' },
    { column: sql`a.id`, key: 'id', type: 'uuid' },
  ],
  descending: true,
})

const employeeById = statement<{ id: string }, object>(
  sql`select from ${employees} where id = ${sql.placeholder('id')}`,
)

/** The absences of an employee, the last one first. Throws `not-found` when there is no such employee. */
export async function listAbsences(
  reader: Reader,
  employeeId: string,
  query: z.output<typeof AbsenceQuery>,
): Promise<Page<Absence>> {
  const { data, nextCursor } = await ofEmployee(reader, query, { employeeId })
  if (data.length === 0 && !(await reader.db.row(employeeById, { id: employeeId })))
    throw NotFound.because('There is no such employee.')
  return { data: data.map(toAbsence), nextCursor }
}

/** An absence as it is answered. Who is in no team owns nothing, so nothing of theirs wants covering. */
export const toAbsence = ({ isInTeam, ...row }: RowOf<typeof absenceRow>): Absence => ({
  ...row,
  uncovered: isInTeam ? except(row, row.standIns) : [],
})
