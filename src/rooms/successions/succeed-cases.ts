import { sql } from 'drizzle-orm'
import { writeSuccessions } from '../../case-file/write-successions.ts'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { mayKnowOf } from '../../facts/visibility.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { cases } from '../../tables/cases.ts'
import { successions } from '../../tables/successions.ts'
import type { AssignedCases, LeftCase } from './assign-successors.ts'
import type { Succession } from './contract.ts'

/** An open case of somebody who leaves, locked. */
export interface LeavingCase extends LeftCase {
  readonly reference: string
  readonly version: number
  readonly customerId: string
  readonly callbackId: string
}

const openCasesOf = statement<{ ownerId: string }, LeavingCase>(sql`
  select id, reference, version, customer_id as "customerId", callback_id as "callbackId",
    about_employee_id as "aboutEmployeeId" from ${cases}
  where owner_id = ${sql.placeholder('ownerId')} and callback_id is not null order by id for no key update`)

/** Locks all open cases of an owner, in order. */
export const lockOpenCases = ({ tx }: Work, ownerId: string): Promise<LeavingCase[]> =>
  tx.lockAll(openCasesOf, { ownerId })

/**
 * Passes the cases of somebody who leaves on to those who take over (law 12). Callback, window and history stay as they are.
 * Answers with the successions that the actor may know of.
 */
export function succeedCases(
  work: Work,
  fromOwnerId: string,
  moves: AssignedCases<LeavingCase>['moves'],
): Succession[] {
  const now = toWire(work.now)
  const reportedBy = work.actor.employee?.id ?? work.actor.id
  const passings = moves.map(({ kase, to }) => ({
    id: newId(),
    caseId: kase.id,
    cause: 'departure' as const,
    fromOwnerId,
    toOwnerId: to.id,
    callbackId: kase.callbackId,
    kase,
  }))

  for (const { id, caseId, cause, toOwnerId } of passings) {
    work.tx.insert(successions, {
      id,
      caseId,
      cause,
      fromOwnerId,
      toOwnerId,
      departureOf: fromOwnerId,
      reportedById: reportedBy,
      requestedAt: now,
      completedAt: now,
    })
  }
  writeSuccessions(work, passings, ({ kase }, columns, data) => {
    const version = kase.version + 1
    const { id: caseId, customerId } = kase
    record(work, { type: 'case.succeeded', caseId, caseSequence: version, customerId, data })
    work.tx.update(cases, { id: caseId }, { ...columns, version })
  })
  // A complaint passes on like any other case, and whom it is about is not told of it.
  const told = passings.filter(({ kase: { aboutEmployeeId } }) =>
    mayKnowOf(work.actor, { aboutEmployeeId, ownerId: fromOwnerId }),
  )
  return told.map(({ kase, callbackId: _, ...made }) => ({
    ...made,
    reference: kase.reference,
    reason: null,
    contactId: null,
    reportedBy,
    confirmedBy: null,
    requestedAt: now,
    completedAt: now,
    version: 1,
  }))
}
