import { sql } from 'drizzle-orm'
import { lockCaseOfGesture } from '../../case-file/lock-case.ts'
import type { LockedCase } from '../../case-file/locked-case.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import { fromGestures, type GestureRow, gestureRow } from './gesture-row.ts'

const byId = selecting(gestureRow)<{ id: string }>(sql`${fromGestures} where x.id = ${sql.placeholder('id')}`)

/** A gesture within one unit of work, and its case, which is locked. */
export interface HeldGesture {
  readonly kase: LockedCase
  readonly found: GestureRow
}

/**
 * Locks the case of a gesture that the actor sees, and reads both: whoever ends a gesture holds its case, so one of many
 * at once comes first and the others find it ended. Throws `not-found`.
 */
export async function lockGesture(work: Work, id: string): Promise<HeldGesture> {
  const [kase, found] = await Promise.all([lockCaseOfGesture(work, id), work.tx.row(byId, { id })])
  if (!found) throw new Error('who holds the case of a gesture reads it')
  if (found.state === 'refused' || (found.askId !== null && found.grantedAt > toWire(work.now)))
    throw NotFound.because('There is no such gesture.')
  work.notBefore(found.grantedAt)
  return { kase, found }
}
