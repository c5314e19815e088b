import { assertOwner } from '../../case-file/rules.ts'
import type { Work } from '../../db/work.ts'
import type { Withdraw } from './answer-contract.ts'
import { closeConsultation } from './close-consultation.ts'
import type { Consultation } from './contract.ts'
import { lockConsultation } from './lock-consultation.ts'
import { assertConsultationOpen } from './rules.ts'

/**
 * The owner, or who stands in for them, needs the answer no longer. Throws `only-the-owner` for anybody else, and
 * `consultation-is-closed`.
 */
export async function withdrawConsultation(
  work: Work,
  id: string,
  { reason }: Withdraw,
): Promise<Consultation> {
  const held = await lockConsultation(work, id)
  assertOwner(work.actor, held.kase)
  assertConsultationOpen(work, held.found)

  return closeConsultation(
    work,
    held,
    { state: 'withdrawn', reason: reason ?? null },
    { because: 'withdrawn' },
  )
}
