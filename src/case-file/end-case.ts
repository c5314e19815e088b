import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { type Outcome, resolutions } from '../tables/cases.ts'
import { type Draft, recordOnCase } from './draft.ts'
import type { Witness } from './rules.ts'
import { withdrawWithCase } from './withdraw-with-case.ts'

interface Ending {
  readonly outcome: Outcome
  readonly summary: string
  readonly duplicateOf?: string | undefined
  /** The employee whose doing it is, where a system tells of it. */
  readonly by?: string | null
  /** Why it ended by itself. */
  readonly because?: 'answered-after-all'
}

/**
 * Ends a case in the draft: the resolution, with who, when and why, and its event. Whether it may end like this has
 * been decided, and what becomes of its callback as well; whoever saves the case writes the resolution's id.
 */
export function endCase(
  work: Work,
  kase: Draft,
  id: string,
  ending: Ending,
  contact: Witness | undefined,
): void {
  const row = {
    id,
    caseId: kase.id,
    outcome: ending.outcome,
    summary: ending.summary,
    contactId: contact?.id ?? null,
    contactMoment: contact?.moment ?? null,
    duplicateOf: ending.duplicateOf ?? null,
    // A system ends a case only for an employee who answered the telephone.
    resolvedById: work.actor.employee?.id ?? ending.by ?? kase.ownerId,
    at: toWire(work.now),
  }

  work.tx.insert(resolutions, row)
  withdrawWithCase(work, kase)
  kase.callbackId = null
  kase.resolvedAt = row.at
  kase.outcome = row.outcome
  kase.resolutionSummary = row.summary
  kase.resolutionContactId = row.contactId
  kase.resolutionMoment = row.contactMoment
  kase.duplicateOf = row.duplicateOf
  kase.resolvedById = row.resolvedById
  const { outcome, contactId, duplicateOf } = row
  recordOnCase(work, kase, 'case.resolved', {
    resolutionId: id,
    outcome,
    contactId,
    firstContact: row.contactMoment === 'opening',
    duplicateOf,
    because: ending.because,
  })
}
