import { sql } from 'drizzle-orm'
import { recordOnCase, save } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import { assertOpen, speaksForOwner } from '../../case-file/rules.ts'
import { statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden } from '../../lib/problems.ts'
import { successions } from '../../tables/successions.ts'
import { assignSuccessor } from './assign-successor.ts'
import type { Succession } from './contract.ts'
import { lockOwner } from './lock-owner.ts'
import { SuccessionNotJustified } from './problems.ts'

const waiting = statement<{ caseId: string; ownerId: string }, { readonly id: string }>(sql`
  select id from ${successions} where case_id = ${sql.placeholder('caseId')}
    and from_owner_id = ${sql.placeholder('ownerId')} and completed_at is null`)

/**
 * The owner, their stand-in, a coach or an admin reports a threat or a conflict of interest. The case stays with its owner
 * until a second person confirms it (law 12). Throws `forbidden` for anybody else, and `succession-not-justified` while
 * an earlier report waits.
 */
export async function reportSafety(
  work: Work,
  caseId: string,
  { reason, toOwnerId }: { readonly reason: string; readonly toOwnerId: string | undefined },
): Promise<Succession> {
  const { employee } = work.actor
  const [, kase] = await Promise.all([lockOwner(work, caseId), lockCase(work, caseId)])
  if (employee?.role === 'member' && !speaksForOwner(work.actor, kase)) {
    throw Forbidden.because('The owner reports it, or a coach or an admin.', { required: 'coach' })
  }
  assertExpected(work, kase.version)
  assertOpen(kase)
  const earlier = await work.tx.row(waiting, { caseId, ownerId: kase.ownerId })
  if (earlier)
    throw SuccessionNotJustified.because('An earlier report waits for a second person already.', {
      successionId: earlier.id,
    })
  if (toOwnerId !== undefined) await assignSuccessor(work, kase, toOwnerId)

  const row = {
    id: newId(),
    caseId,
    cause: 'safety' as const,
    fromOwnerId: kase.ownerId,
    toOwnerId: toOwnerId ?? null,
    reason,
    requestedAt: toWire(work.now),
    completedAt: null,
  }
  const reportedBy = employee?.id ?? work.actor.id
  work.tx.insert(successions, { ...row, reportedById: reportedBy })
  const { id: successionId, cause, fromOwnerId } = row
  save(
    work,
    recordOnCase(work, kase, 'succession.requested', {
      successionId,
      cause,
      fromOwnerId,
      toOwnerId: row.toOwnerId,
    }),
  )
  return { ...row, reference: kase.reference, contactId: null, reportedBy, confirmedBy: null, version: 1 }
}
