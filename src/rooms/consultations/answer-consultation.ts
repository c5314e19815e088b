import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import type { ConsultationAnswer } from './answer-contract.ts'
import { closeConsultation } from './close-consultation.ts'
import type { Consultation } from './contract.ts'
import { lockConsultation } from './lock-consultation.ts'
import { assertConsultationOpen, assertConsulted } from './rules.ts'

/**
 * The colleague who was asked answers the owner. Late is better than never: an answer past `needBy` is taken too. Throws
 * `forbidden` for anybody else, and `consultation-is-closed`.
 */
export async function answerConsultation(
  work: Work,
  id: string,
  { answer }: ConsultationAnswer,
): Promise<Consultation> {
  const held = await lockConsultation(work, id)
  assertConsulted(work, held.found)
  assertConsultationOpen(work, held.found)

  const late = held.found.needBy < toWire(work.now)
  return closeConsultation(work, held, { state: 'answered', answer }, { late })
}
