import { recordOnCase, save } from '../../case-file/change.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { consultations } from '../../tables/consultations.ts'
import { toConsultation } from './consultation-row.ts'
import type { Consultation } from './contract.ts'
import type { HeldConsultation } from './lock-consultation.ts'

interface Ending {
  readonly state: 'answered' | 'declined' | 'withdrawn'
  readonly answer?: string
  readonly reason?: string | null
  readonly mightKnow?: Consultation['mightKnow']
}

/**
 * Ends a consultation that is open, whose case is held. That it may end like this has been decided. The case keeps its
 * owner and its promise (law 10); `told` are facts for the event.
 */
export function closeConsultation(
  work: Work,
  { kase, found }: HeldConsultation,
  { state, answer, reason, mightKnow }: Ending,
  told: Readonly<Record<string, unknown>>,
): Consultation {
  const closed = {
    ...found,
    state,
    closedAt: toWire(work.now),
    answer: answer ?? null,
    reason: reason ?? null,
    mightKnowId: mightKnow?.id ?? null,
    mightKnowName: mightKnow?.name ?? null,
    version: found.version + 1,
  }
  const { closedAt, mightKnowId, version } = closed

  work.tx.update(
    consultations,
    { id: found.id },
    { state, closedAt, answer: closed.answer, reason: closed.reason, mightKnowId, version },
  )
  const { id: consultationId, consultedId } = found
  save(work, recordOnCase(work, kase, `consultation.${state}`, { consultationId, consultedId, ...told }))
  return toConsultation(closed, closedAt)
}
