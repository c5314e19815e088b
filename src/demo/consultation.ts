import type { Case } from '../rooms/cases/contract.ts'
import type { Consultation } from '../rooms/consultations/contract.ts'
import type { DemoCaller } from './caller.ts'
import type { Cast } from './meet-customers.ts'
import { tell } from './story.ts'

/** The owner asks a specialist; the customer stays with the owner. */
export async function askSpecialist(
  admin: DemoCaller,
  { henk, yilmaz }: Cast,
  { id, owner }: Case,
): Promise<Consultation> {
  const asked = await admin.as(owner).post<Consultation>(`/cases/${id}/consultations`, {
    employeeId: henk.id,
    question: 'Is this much chlorine safe for a baby? The sample is on your desk.',
  })
  tell(
    '13:30',
    `${owner.name} does not know about chlorine and asks ${asked.consulted.name}, who does: “${asked.question}” Only the answer changes hands: ${yilmaz.name} will hear it from ${owner.name}.`,
  )
  return asked
}

/** The answer comes back to the owner. */
export async function answerOwner(
  admin: DemoCaller,
  { henk }: Cast,
  { id, askedBy }: Consultation,
): Promise<void> {
  const { answer, state } = await admin.as(henk).post<Consultation>(`/consultations/${id}/answer`, {
    answer: 'It is fit to drink; the smell comes from a new filter.',
  })
  tell('09:30', `${henk.name} tells ${askedBy.name} (${state}): “${answer}”`)
}
