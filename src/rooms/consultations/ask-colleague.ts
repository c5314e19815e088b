import { recordOnCase, save } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import type { LockedCase } from '../../case-file/locked-case.ts'
import { assertOpen, assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { consultations } from '../../tables/consultations.ts'
import { computeNeedBy } from './compute-need-by.ts'
import { toConsultation } from './consultation-row.ts'
import type { Consultation, NewConsultation } from './contract.ts'
import { type FoundColleague, findColleague, findExpert } from './find-colleague.ts'

/** How long a colleague has to answer, in their working time, where the owner doesn't say. */
const usual = 'PT4H'
/** A case that asks more than this at a time is past finding out from. */
const mostOpen = 100

/**
 * The owner of an open case, or who stands in for them, asks one colleague for an answer or an action. Nothing about the
 * owner, the promise or the voice changes (law 10); the colleague sees the case from now on. Throws `only-the-owner`,
 * `case-is-resolved`, and `unprocessable` naming the field where nobody can be asked like this.
 */
export async function askColleague(
  work: Work,
  caseId: string,
  given: NewConsultation,
): Promise<Consultation> {
  const kase = await lockCase(work, caseId)
  assertOwner(work.actor, kase)
  assertOpen(kase)
  assertExpected(work, kase.version)
  if (kase.openConsultations.length >= mostOpen)
    throw Unprocessable.because(`At most ${mostOpen} colleagues are asked about a case at a time.`)
  const colleague = await findAsked(work, kase, given)
  const { employee } = work.actor
  if (!employee) throw new Error('an owner is an employee')
  const row = {
    id: newId(),
    caseId,
    askedById: employee.id,
    consultedId: colleague.id,
    teamId: given.teamId ?? null,
    topicId: colleague.topicId,
    kind: given.kind ?? ('question' as const),
    question: given.question,
    needBy: computeNeedBy(colleague, given.needBy ?? usual, work.now),
    state: 'open' as const,
    ownTeamId: kase.teamId,
    outside: colleague.teamId !== kase.teamId,
    askedAt: toWire(work.now),
  }

  work.tx.insert(consultations, row)
  const { id: consultationId, consultedId, teamId, topicId, kind, needBy } = row
  save(
    work,
    recordOnCase(work, kase, 'consultation.asked', {
      consultationId,
      consultedId,
      teamId,
      topicId,
      kind,
      needBy,
    }),
  )
  const names = { askedByName: employee.name, consultedName: colleague.name, mightKnowName: null }
  const { topicCode, topicName } = colleague
  const nothingYet = { closedAt: null, answer: null, reason: null, mightKnowId: null, version: 1 }
  return toConsultation(
    { ...row, ...names, ...nothingYet, topicCode, topicName, reference: kase.reference },
    row.askedAt,
  )
}

function findAsked(
  work: Work,
  kase: LockedCase,
  { employeeId, topic, teamId }: NewConsultation,
): Promise<FoundColleague> {
  if (topic !== undefined) return findExpert(work, kase, { topic, teamId })
  if (employeeId === undefined) throw new Error('the contract asks for one of the two')
  return findColleague(work, kase, employeeId)
}
