import type { Work } from '../db/work.ts'
import { cases } from '../tables/cases.ts'
import { insertContact } from './add-contact.ts'
import { holdingColumns, recordOnCase } from './change.ts'
import type { ContactRow } from './contact-row.ts'
import type { CaseFile, Ended } from './locked-case.ts'
import { insertCallback } from './make-promise.ts'
import type { PlannedCallback } from './promise/plan-promise.ts'
import { insertResolution, requestSurvey } from './resolve.ts'

/** What a new case holds: a promise that is still to be written, or the answer that the customer got at once. */
export type NewHolding = { readonly kind: 'promise'; readonly callback: PlannedCallback } | Ended

/**
 * Opens a case, of which nothing is on record yet: with its owner, the contact in which it was asked, and its promise or its
 * resolution (laws 1, 3 and 4). Of what nobody asked there is no contact.
 */
export function open(
  work: Work,
  kase: CaseFile<NewHolding>,
  contact: ContactRow | null,
  topicId: string | null,
  mayAsk: boolean,
): CaseFile {
  const { ownerId, teamId, assignmentReason: reason, origin, channel, holds } = kase
  const begun = recordOnCase(work, kase, 'case.opened', { ownerId, teamId, reason, origin, channel })
  const asked = contact === null ? begun : insertContact(work, begun, contact)
  const opened =
    holds.kind === 'promise'
      ? insertCallback(work, asked, holds.callback)
      : insertResolution(work, asked, holds.resolution)
  if (mayAsk && holds.kind === 'resolution') requestSurvey(work, opened, holds.resolution)
  work.tx.insert(cases, {
    id: opened.id,
    reference: opened.reference,
    customerId: opened.customerId,
    ownerId,
    teamId,
    topicId,
    subject: opened.subject,
    question: opened.question,
    tags: opened.tags,
    origin,
    channel,
    openedByKind: opened.openedByKind,
    openedById: opened.openedById,
    assignmentReason: reason,
    assignmentConsidered: opened.assignmentConsidered,
    faces: opened.faces,
    aboutEmployeeId: opened.aboutEmployeeId,
    openedAt: opened.openedAt,
    version: opened.version,
    ...holdingColumns(holds),
  })
  return opened
}
