import { sql } from 'drizzle-orm'
import { lockCaseOfAsk } from '../../case-file/lock-case.ts'
import type { LockedCase } from '../../case-file/locked-case.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { type AskRow, askRow, fromAsks } from './ask-row.ts'

const byId = selecting(askRow)<{ id: string }>(sql`${fromAsks} where x.id = ${sql.placeholder('id')}`)

/** An ask within one unit of work, and its case, which is locked. */
export interface HeldAsk {
  readonly kase: LockedCase
  readonly found: AskRow
}

/** Locks the case of an ask that the actor sees, and reads both, so one of many at once comes first. Throws `not-found`. */
export async function lockAsk(work: Work, id: string): Promise<HeldAsk> {
  const [kase, found] = await Promise.all([lockCaseOfAsk(work, id), work.tx.row(byId, { id })])
  if (!found) throw new Error('who holds the case of an ask reads it')
  work.notBefore(found.askedAt)
  return { kase, found }
}
