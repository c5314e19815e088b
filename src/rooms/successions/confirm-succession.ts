import { sql } from 'drizzle-orm'
import { save } from '../../case-file/change.ts'
import { lockCaseOfSuccession } from '../../case-file/lock-case.ts'
import type { LockedCase } from '../../case-file/locked-case.ts'
import { assertOpen } from '../../case-file/rules.ts'
import { succeedCase } from '../../case-file/succeed-case.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { isActive } from '../../facts/provisioned.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden, NotFound } from '../../lib/problems.ts'
import { employees } from '../../tables/people.ts'
import { successions } from '../../tables/successions.ts'
import { assignSuccessor } from './assign-successor.ts'
import type { Confirmation, Succession } from './contract.ts'
import { SuccessionIsComplete, SuccessionNotJustified } from './problems.ts'
import { successionById } from './queries.ts'

/**
 * A second person confirms a report, and the case passes on: to whom they name, else to whom the report named, else to the
 * least-loaded (law 12). Throws `forbidden` for a member where a coach or an admin can do it, `succession-not-justified` for the reporter and the owner, and for a report about
 * somebody who is the owner no longer, and `succession-is-complete`.
 */
export async function confirmSuccession(
  work: Work,
  id: string,
  { toOwnerId }: Confirmation,
): Promise<Succession> {
  const kase = await lockCaseOfSuccession(work, id)
  const succession = await work.tx.row(successionById, { id })
  if (!succession) throw NotFound.because('There is no such succession.')
  assertExpected(work, succession.version)
  if (succession.completedAt !== null)
    throw SuccessionIsComplete.because('The case has passed to its new owner already.')
  assertOpen(kase)
  await assertMayConfirm(work, kase, succession.reportedBy)
  assertSecondPerson(work, kase, succession)
  const to = await assignSuccessor(work, kase, toOwnerId ?? succession.toOwnerId ?? undefined)

  const confirmed = {
    toOwnerId: to.id,
    completedAt: toWire(work.now),
    version: succession.version + 1,
  }
  const confirmedBy = work.actor.employee?.id ?? work.actor.id
  work.tx.update(successions, { id }, { ...confirmed, confirmedById: confirmedBy })
  save(work, succeedCase(work, kase, succession, to))
  return { ...succession, ...confirmed, confirmedBy }
}

function assertSecondPerson({ actor: { employee } }: Work, kase: LockedCase, succession: Succession): void {
  if (succession.fromOwnerId !== kase.ownerId)
    throw SuccessionNotJustified.because('The case has another owner than the one whom the report is about.')
  if (employee?.id === succession.reportedBy)
    throw SuccessionNotJustified.because('Who reported it does not confirm it: that takes a second person.')
  if (employee?.id === kase.ownerId)
    throw SuccessionNotJustified.because('The owner does not confirm it: that takes a second person.')
}

const anotherCoach = selecting(pick(employees, 'e', 'id'))<{ except: readonly (string | null)[] }>(sql`
  from ${employees} e where e.role in ('coach', 'admin') and ${isActive}
    and e.id <> all(array_remove(${sql.placeholder('except')}::uuid[], null)) limit 1`)

/** A coach or an admin, or a teammate of the owner where there is no other who could. */
async function assertMayConfirm(
  { tx, actor: { employee } }: Work,
  { ownerId, teamId, aboutEmployeeId }: LockedCase,
  reportedBy: string,
): Promise<void> {
  if (employee?.role !== 'member') return
  const coach = await tx.row(anotherCoach, { except: [ownerId, reportedBy, aboutEmployeeId] })
  if (coach || employee.teamId !== teamId)
    throw Forbidden.because('A coach or an admin confirms it, or a teammate where there is no other.', {
      required: 'coach',
    })
}
