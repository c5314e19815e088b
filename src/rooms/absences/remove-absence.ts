import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import { absences, employees } from '../../tables/people.ts'
import { endAbsences } from './end-absences.ts'
import { assertMayRegister } from './rules.ts'
import { lockAttendance } from './settle-stand-ins.ts'

const byId = selecting(pick(absences, 'a', 'employeeId', 'from', 'until', 'version'))<{ id: string }>(
  sql`from ${absences} a where a.id = ${sql.placeholder('id')}`,
)
const lockAbsentee = statement<{ id: string }, object>(
  sql`select from ${employees} where id = ${sql.placeholder('id')} for no key update`,
)

/**
 * Ends an absence now: the stand-in no longer acts, and who is back stands in where a teammate had nobody. One that has not
 * begun is removed; one that is over stays as it was. Throws `not-found`, `forbidden`.
 */
export async function removeAbsence(work: Work, id: string): Promise<void> {
  const seen = await work.tx.row(byId, { id })
  if (!seen) throw NotFound.because('There is no such absence.')
  const { employeeId } = seen
  assertMayRegister(work.actor, employeeId)
  await work.tx.lock(lockAbsentee, { id: employeeId })
  const attendance = await lockAttendance(work, employeeId)
  const absence = await work.tx.row(byId, { id })
  if (!absence) throw NotFound.because('There is no such absence.')
  assertExpected(work, absence.version)
  if (absence.until <= toWire(work.now)) return
  endAbsences(work, attendance, [{ id, ...absence }])
}
