import type { Work } from '../db/work.ts'
import { lockOf } from '../facts/link-tokens.ts'
import { record } from '../history/record-event.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { surveys } from '../tables/surveys.ts'
import type { Resolution } from './case-columns.ts'
import type { CaseFile } from './locked-case.ts'

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
  { id: caseId, customerId, ownerId, faces }: Pick<CaseFile, 'id' | 'customerId' | 'ownerId' | 'faces'>,
  { id: resolutionId, outcome, at: requestedAt }: Resolution,
): void {
  if (work.links === null || !told.has(outcome)) return
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
