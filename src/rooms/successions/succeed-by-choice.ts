import { sql } from 'drizzle-orm'
import { save } from '../../case-file/change.ts'
import { lockCaseOfCaller } from '../../case-file/lock-case.ts'
import type { LockedCase } from '../../case-file/locked-case.ts'
import { assertNotJustConsulted, assertOpen } from '../../case-file/rules.ts'
import { succeedCase } from '../../case-file/succeed-case.ts'
import { statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { seesContents } from '../../facts/visibility.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden, NotFound, Unprocessable } from '../../lib/problems.ts'
import { contacts } from '../../tables/cases.ts'
import { successions } from '../../tables/successions.ts'
import { assignSuccessor } from './assign-successor.ts'
import type { Succession } from './contract.ts'
import { lockOwner } from './lock-owner.ts'
import { SuccessionNotJustified } from './problems.ts'

interface Choice {
  readonly contactId: string
  readonly reason: string | null
  readonly toOwnerId: string | undefined
}

/** The contact in which the customer is said to have asked, and what the case has behind it. */
interface Request {
  readonly direction: 'inbound' | 'outbound'
  readonly employeeId: string | null
  /** The employee who recorded it; null: a system. */
  readonly recordedBy: string | null
  /** It is from before the present owner owned the case. */
  readonly older: boolean
  /** The customer has chosen before. */
  readonly chosen: boolean
}

const evidence = statement<{ contactId: string; caseId: string }, Request>(sql`
  select t.direction, t.employee_id as "employeeId",
    case t.recorded_by_kind when 'employee' then t.recorded_by_id end as "recordedBy",
    exists (select from ${successions} s where s.case_id = t.case_id and s.completed_at > t.recorded_at) as older,
    exists (select from ${successions} s where s.case_id = t.case_id and s.cause = 'customerChoice') as chosen
  from ${contacts} t where t.id = ${sql.placeholder('contactId')} and t.case_id = ${sql.placeholder('caseId')}`)

/**
 * The customer asked for somebody else, in a contact with another employee than the owner: that employee, a coach or an
 * admin says so, and the case passes on at once (law 12). Throws `succession-not-justified` saying what is missing.
 */
export async function succeedByChoice(work: Work, caseId: string, choice: Choice): Promise<Succession> {
  const { contactId, toOwnerId } = choice
  const [, kase] = await Promise.all([lockOwner(work, caseId), lockCaseOfCaller(work, caseId)])
  const found = await work.tx.row(evidence, { contactId, caseId })
  assertMayTell(work, kase, found)
  assertExpected(work, kase.version)
  assertOpen(kase)
  assertAsked(kase, found)
  const told = [found.employeeId, found.recordedBy, work.actor.employee?.id]
  if (toOwnerId !== undefined && told.includes(toOwnerId))
    throw SuccessionNotJustified.at('/toOwnerId', 'is who says so: nobody takes a case for themselves')
  const to = await assignSuccessor(work, kase, toOwnerId, told)

  const now = toWire(work.now)
  const row = {
    id: newId(),
    caseId,
    cause: 'customerChoice' as const,
    fromOwnerId: kase.ownerId,
    toOwnerId: to.id,
    reason: choice.reason,
    contactId,
    requestedAt: now,
    completedAt: now,
  }
  const reportedBy = work.actor.employee?.id ?? work.actor.id
  work.tx.insert(successions, { ...row, reportedById: reportedBy })
  save(work, succeedCase(work, kase, row, to))
  return { ...row, reference: kase.reference, reportedBy, confirmedBy: null, version: 1 }
}

/** Throws `not-found` from outside the case, but for whom the customer asked, and `forbidden` for who may not tell. */
function assertMayTell({ actor: { employee } }: Work, kase: LockedCase, asked: Request | undefined): void {
  const isAsked = asked !== undefined && asked.employeeId === employee?.id
  if (!seesContents(kase.visibility) && !isAsked)
    throw NotFound.because('There is no such case.').noting('not visible')
  if (!isAsked) assertNotJustConsulted(kase)
  if (employee?.id === kase.ownerId) throw Forbidden.because('An owner does not give their own case away.')
  if (asked && !isAsked && employee?.role === 'member') {
    throw Forbidden.because('The employee whom the customer asked says so, or a coach or an admin.', {
      required: 'coach',
    })
  }
}

function assertAsked(kase: LockedCase, asked: Request | undefined): asserts asked is Request {
  if (!asked) throw Unprocessable.at('/contactId', 'is no contact of this case')
  if (asked.direction === 'outbound')
    throw SuccessionNotJustified.at('/contactId', 'is a contact of ours: the customer asks in one of theirs')
  if (asked.employeeId === null)
    throw SuccessionNotJustified.at('/contactId', 'was with no employee: nobody has heard the customer ask')
  if (asked.employeeId === kase.ownerId)
    throw SuccessionNotJustified.at('/contactId', 'was with the owner: the customer asks another employee')
  if (asked.recordedBy === kase.ownerId)
    throw SuccessionNotJustified.at('/contactId', 'was recorded by the owner: another employee tells of it')
  if (asked.older)
    throw SuccessionNotJustified.at('/contactId', 'is older than the ownership that it is about')
  if (asked.chosen)
    throw SuccessionNotJustified.because(
      'The customer has chosen somebody else for this case before: that is once.',
    )
}
