import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { beginWork, readsNothing, type Work } from '../../db/work.ts'
import { type Clock, toWire } from '../../lib/instant.ts'
import { departures } from '../../tables/people.ts'
import { assignCasesOfLeaver } from './assign-cases-of-leaver.ts'
import { grace } from './begin-departure.ts'
import { completeDeparture } from './complete-departure.ts'
import { lockToLeave } from './lock-to-leave.ts'

const isDue = sql`d.completed_at is null and d.due_at <= ${sql.placeholder('now')}::timestamptz`
const due = selecting(pick(departures, 'd', 'employeeId', 'startedById'))<{ now: string }>(
  sql`from ${departures} d where ${isDue} order by d.due_at, d.employee_id limit 100`,
)
const stillDue = statement<{ id: string; now: string }, object>(
  sql`select from ${departures} d where d.employee_id = ${sql.placeholder('id')} and ${isDue}`,
)

/**
 * Lets those go whose departure has begun and was not withdrawn in time: they leave for good, and their open cases pass on
 * (law 12), each person in a transaction of their own. Where nobody can take over they stay the owner, and it is tried
 * again after as long. Any number of instances may do so at once. Answers how many have left; throws what went wrong
 * with one of them after all others had their turn.
 */
export async function completeDepartures(db: Database, clock: Clock, signal?: AbortSignal): Promise<number> {
  const found = await db.rows(due, { now: toWire(clock()) })
  const failures: unknown[] = []
  let left = 0
  for (const { employeeId, startedById } of found) {
    if (signal?.aborted) break
    try {
      if (await inOneWork(db, clock, startedById, (work) => letGo(work, employeeId))) left++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return left
}

/** Whether they have left now; false where somebody was quicker, or nobody can take over. */
async function letGo(work: Work, employeeId: string): Promise<boolean> {
  const leaver = await lockToLeave(work, employeeId)
  const now = toWire(work.now)
  if ((await work.tx.row(stillDue, { id: employeeId, now })) === undefined) return false
  const { moves, unassigned } = await assignCasesOfLeaver(work, leaver)

  if (unassigned > 0 || leaver.isLastMember) {
    work.tx.update(departures, { employeeId }, { dueAt: toWire(work.now.add(grace)) })
    return false
  }
  await completeDeparture(work, leaver, moves, now)
  return true
}

/** Does it in the name of the system whose word it was. */
async function inOneWork<T>(
  db: Database,
  clock: Clock,
  systemId: string | null,
  operation: (work: Work) => Promise<T>,
): Promise<T> {
  if (systemId === null) throw new Error('a departure is due that no system began')
  const actor = {
    kind: 'system',
    id: systemId,
    onBehalfOf: null,
    employee: null,
    reads: readsNothing,
  } as const
  const tx = await db.transaction()
  let outcome: T
  try {
    outcome = await operation(beginWork({ tx, actor, precondition: null, clock }))
  } catch (error) {
    await tx.rollback()
    throw error
  }
  await tx.commit()
  return outcome
}
