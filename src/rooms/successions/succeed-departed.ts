import { sql } from 'drizzle-orm'
import type { ResolvedCase } from '../../case-file/locked-case.ts'
import { succeedCase } from '../../case-file/succeed-case.ts'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { employees } from '../../tables/people.ts'
import { successions } from '../../tables/successions.ts'
import type { Candidate } from '../assignment/candidate.ts'
import { leastLoadedMember } from '../assignment/choose-owner.ts'
import { OrganisationNotReady } from '../customers/problems.ts'
import { OwnsOpenCases } from '../employees/problems.ts'

const hasLeft = statement<{ id: string }, { readonly departed: boolean }>(
  sql`select departed_at is not null as departed from ${employees} where id = ${sql.placeholder('id')}`,
)

/**
 * A resolved case is opened again whose owner has left: it passes to the least-loaded member of its team, and where there is
 * none to one of the default team (laws 3, 9 and 12). Throws `owns-open-cases` for an owner who works here in no team:
 * that is no fact for which a case gets another owner.
 */
export async function succeedDeparted(
  work: Work,
  kase: ResolvedCase,
): Promise<{ readonly kase: ResolvedCase; readonly owner: Candidate }> {
  const owner = await work.tx.row(hasLeft, { id: kase.ownerId })
  if (!owner?.departed) {
    throw OwnsOpenCases.because(`${kase.owner.name} is in no team now: give them a team, or open a new case.`)
  }
  const found = await leastLoadedMember(work, kase.teamId, kase.aboutEmployeeId)
  if (!found) throw OrganisationNotReady.because('Nobody is here who could own this question.')

  const now = toWire(work.now)
  const succession = { id: newId(), caseId: kase.id, cause: 'departure' as const, fromOwnerId: kase.ownerId }
  work.tx.insert(successions, {
    ...succession,
    toOwnerId: found.owner.id,
    departureOf: kase.ownerId,
    reportedById: work.actor.employee?.id ?? work.actor.id,
    requestedAt: now,
    completedAt: now,
  })
  return { kase: succeedCase(work, kase, succession, found.owner), owner: found.owner }
}
