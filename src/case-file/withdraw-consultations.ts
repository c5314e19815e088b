import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { consultations } from '../tables/consultations.ts'
import { recordOnCase } from './change.ts'
import type { LockedCase } from './locked-case.ts'

/**
 * Withdraws what colleagues are still asked about a case that ends: there is nobody any more to whom an answer would
 * help. The database lets no case end without (law 10).
 */
export function withdrawConsultations<Kase extends LockedCase>(work: Work, kase: Kase): Kase {
  const now = toWire(work.now)
  let left: Kase = { ...kase, openConsultations: [] }
  for (const { id, consultedId, askedAt, version } of kase.openConsultations) {
    // Another instance, whose clock is ahead, may have asked.
    const closedAt = askedAt > now ? askedAt : now
    work.tx.update(consultations, { id }, { state: 'withdrawn', closedAt, version: version + 1 })
    left = recordOnCase(work, left, 'consultation.withdrawn', {
      consultationId: id,
      consultedId,
      because: 'case-resolved',
    })
  }
  return left
}
