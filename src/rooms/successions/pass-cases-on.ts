import { sql } from 'drizzle-orm'
import { passCallbacksOn } from '../../case-file/pass-callbacks-on.ts'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { recordEvents } from '../../history/record-events.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { cases } from '../../tables/cases.ts'
import { successions } from '../../tables/successions.ts'
import type { Succession } from './contract.ts'
import type { LeftCase, Spread } from './spread-cases.ts'

/** An open case of somebody who leaves, locked. */
export interface OpenCase extends LeftCase {
  readonly reference: string
  readonly version: number
  readonly customerId: string
  readonly callbackId: string
}

const openCasesOf = statement<{ ownerId: string }, OpenCase>(sql`
  select id, reference, version, customer_id as "customerId", callback_id as "callbackId",
    about_employee_id as "aboutEmployeeId" from ${cases}
  where owner_id = ${sql.placeholder('ownerId')} and callback_id is not null order by id for no key update`)

/** Locks all open cases of an owner, in order. */
export const lockOpenCases = ({ tx }: Work, ownerId: string): Promise<OpenCase[]> =>
  tx.lockAll(openCasesOf, { ownerId })

interface Inserted {
  readonly rows: string
  readonly fromOwnerId: string
  readonly reportedBy: string
  readonly at: string
}

const at = sql`${sql.placeholder('at')}::timestamptz`
const from = sql`${sql.placeholder('fromOwnerId')}::uuid`
const rows = sql`jsonb_to_recordset(${sql.placeholder('rows')}::jsonb)`

const insertAll = statement<Inserted, never>(sql`
  insert into ${successions} (id, case_id, cause, from_owner_id, to_owner_id, departure_of, reported_by_id, requested_at, completed_at)
  select id, "caseId", 'departure', ${from}, "toOwnerId", ${from}, ${sql.placeholder('reportedBy')}::uuid, ${at}, ${at}
  from ${rows} as s(id uuid, "caseId" uuid, "toOwnerId" uuid)`)

const moveAll = statement<{ rows: string }, never>(sql`
  update ${cases} c set owner_id = s."toOwnerId", succession_id = s.id, assignment_reason = 'succession', version = c.version + 1
  from ${rows} as s(id uuid, "caseId" uuid, "toOwnerId" uuid) where c.id = s."caseId"`)

/**
 * Passes the cases of somebody who leaves on to those who take over (law 12): one statement for each table, however many
 * cases there are. Callback, window and history stay as they are.
 */
export function passCasesOn(work: Work, fromOwnerId: string, moves: Spread<OpenCase>['moves']): Succession[] {
  const now = toWire(work.now)
  const reportedBy = work.actor.employee?.id ?? work.actor.id
  const made = moves.map(({ kase, to }) => ({
    id: newId(),
    caseId: kase.id,
    reference: kase.reference,
    cause: 'departure' as const,
    fromOwnerId,
    toOwnerId: to.id,
    reason: null,
    contactId: null,
    reportedBy,
    confirmedBy: null,
    requestedAt: now,
    completedAt: now,
    version: 1,
  }))
  if (made.length === 0) return made

  const written = JSON.stringify(made.map(({ id, caseId, toOwnerId }) => ({ id, caseId, toOwnerId })))
  work.tx.run(insertAll, { rows: written, fromOwnerId, reportedBy, at: now })
  // The history first: a case changes its owner with a succession that is on record there.
  recordEvents(
    work,
    moves.map(({ kase, to }, n) => ({
      type: 'case.succeeded',
      caseId: kase.id,
      caseSequence: kase.version + 1,
      customerId: kase.customerId,
      data: { successionId: made[n]?.id, cause: 'departure', fromOwnerId, toOwnerId: to.id },
    })),
  )
  work.tx.run(moveAll, { rows: written })
  passCallbacksOn(
    work,
    moves.map(({ kase, to }) => ({ callbackId: kase.callbackId, ownerId: to.id })),
  )
  return made
}
