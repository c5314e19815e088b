import { sql } from 'drizzle-orm'
import { lockCaseOfConsultation } from '../../case-file/lock-case.ts'
import type { LockedCase } from '../../case-file/locked-case.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { type ConsultationRow, consultationRow, fromConsultations } from './consultation-row.ts'

const byId = selecting(consultationRow)<{ id: string }>(
  sql`${fromConsultations} where x.id = ${sql.placeholder('id')}`,
)

/** A consultation within one unit of work, and its case, which is locked. */
export interface HeldConsultation {
  readonly kase: LockedCase
  readonly found: ConsultationRow
}

/**
 * Locks the case of a consultation that the actor sees, and reads both: whoever changes a consultation holds its case, so
 * one of many at once comes first and the others find it ended. Throws `not-found`.
 */
export async function lockConsultation(work: Work, id: string): Promise<HeldConsultation> {
  const [kase, found] = await Promise.all([lockCaseOfConsultation(work, id), work.tx.row(byId, { id })])
  if (!found) throw new Error('who holds the case of a consultation reads it')
  work.notBefore(found.askedAt)
  return { kase, found }
}
