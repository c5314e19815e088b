import type { Work } from '../db/work.ts'
import { lockOf } from '../facts/link-tokens.ts'
import { record } from '../history/record-event.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { type Outcome, resolutions } from '../tables/cases.ts'
import { surveys } from '../tables/surveys.ts'
import type { Resolution } from './case-columns.ts'
import { hold, recordOnCase } from './change.ts'
import { type Closing, closePromise } from './close-promise.ts'
import { type Evidence, keeps } from './evidence/evidence.ts'
import type { CaseFile, OpenCase, ResolvedCase } from './locked-case.ts'
import { withdrawAsks } from './withdraw-asks.ts'
import { withdrawConsultations } from './withdraw-consultations.ts'

interface Ending {
  readonly outcome: Outcome
  readonly summary: string
  readonly duplicateOf?: string | undefined
  /** The employee whose doing it is, where a system tells of it. */
  readonly by?: string | null
}

/** Why a case ended by itself. */
type Because = 'answered-after-all'

/** How a case ends, with who, when and why, as it is to be stored. Whether it may end like this has been decided. */
export const resolutionOf = (
  { actor, now }: Pick<Work, 'actor' | 'now'>,
  { ownerId }: Pick<CaseFile, 'ownerId'>,
  { outcome, summary, duplicateOf, by }: Ending,
  evidence: Evidence | undefined,
): Resolution => ({
  id: newId(),
  outcome,
  summary,
  contactId: evidence?.id ?? null,
  contactMoment: evidence?.moment ?? null,
  duplicateOf: duplicateOf ?? null,
  // A system ends a case only for an employee who answered the telephone.
  resolvedById: actor.employee?.id ?? by ?? ownerId,
  at: toWire(now),
})

/**
 * What becomes of the promise of a case that ends (laws 6 and 8): the answer keeps it where the owner and the customer
 * spoke; else it is released, and counted.
 */
export const closingBy = (
  { id, outcome }: Pick<Resolution, 'id' | 'outcome'>,
  evidence: Evidence | undefined,
  channel: string,
): Closing =>
  (outcome === 'answered' || outcome === 'fixed') && evidence && keeps(evidence.moment, channel)
    ? { state: 'kept', contact: evidence }
    : { state: 'released', resolutionId: id, outcome }

/** Ends an open case: its promise, what colleagues are still asked about it, and then the case (laws 8 and 10). */
export function resolve(
  work: Work,
  kase: OpenCase,
  resolution: Resolution,
  evidence: Evidence | undefined,
  because?: Because,
): ResolvedCase {
  const closed = closePromise(work, kase, closingBy(resolution, evidence, kase.holds.callback.channel))
  const ended = insertResolution(
    work,
    withdrawAsks(work, withdrawConsultations(work, closed)),
    resolution,
    because,
  )
  if (kase.mayAsk) requestSurvey(work, ended, resolution)
  return hold(work, ended, { kind: 'resolution', resolution })
}

/** Writes how a case ends, and tells of it. */
export function insertResolution<Kase extends CaseFile>(
  work: Work,
  kase: Kase,
  resolution: Resolution,
  because?: Because,
): Kase {
  work.tx.insert(resolutions, { ...resolution, caseId: kase.id })
  return recordOnCase(work, kase, 'case.resolved', {
    resolutionId: resolution.id,
    outcome: resolution.outcome,
    contactId: resolution.contactId,
    firstContact: resolution.contactMoment === 'opening',
    duplicateOf: resolution.duplicateOf,
    because,
  })
}

/** How long a customer is asked no other time, and how long they may answer. */
const quietFor = { hours: 24 * 14 }
const openFor = { hours: 24 * 30 }

const told = new Set(['answered', 'fixed'])

/**
 * Asks the customer of a case that ends whether they were helped. What they answer is about whoever owns it and whom they have met
 * by then. The address is derived, so that nothing that works is stored.
 */
export function requestSurvey(
  work: Work,
  {
    id: caseId,
    customerId,
    ownerId,
    faces,
    aboutEmployeeId,
  }: Pick<CaseFile, 'id' | 'customerId' | 'ownerId' | 'faces' | 'aboutEmployeeId'>,
  { id: resolutionId, outcome, at: requestedAt }: Resolution,
): void {
  // That one is asked would tell of a complaint to whom it is about.
  if (work.links === null || !told.has(outcome) || aboutEmployeeId !== null) return
  const id = newId()
  const at = Temporal.Instant.from(requestedAt)
  work.tx.insert(surveys, {
    ...{ id, caseId, resolutionId, customerId, ownerId, requestedAt },
    faces: [...faces],
    quietUntil: toWire(at.add(quietFor)),
    expiresAt: toWire(at.add(openFor)),
    lock: lockOf(work.links.tokenOf('survey', id)).lock,
  })
  record(work, { type: 'survey.requested', customerId, data: { surveyId: id, caseId, ownerId } })
}
