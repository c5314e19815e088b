import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { consultations } from '../tables/consultations.ts'
import { type Draft, recordOnCase } from './draft.ts'

/**
 * Withdraws what colleagues are still asked about a case that ends, in the draft and in the rows: there is nobody any
 * more to whom an answer would help. The database lets no case end without (law 10).
 */
export function withdrawWithCase(work: Work, kase: Draft): void {
  const now = toWire(work.now)
  for (const { id, consultedId, askedAt, version } of kase.openConsultations) {
    // Another instance, whose clock is ahead, may have asked.
    const closedAt = askedAt > now ? askedAt : now
    work.tx.update(consultations, { id }, { state: 'withdrawn', closedAt, version: version + 1 })
    recordOnCase(work, kase, 'consultation.withdrawn', {
      consultationId: id,
      consultedId,
      because: 'case-resolved',
    })
  }
  kase.openConsultations = []
}
