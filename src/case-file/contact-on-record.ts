import type { Work } from '../db/work.ts'
import { CustomerNotTold } from '../rooms/cases/problems.ts'
import type { OpenDraft } from './close-callback.ts'
import { witnessOf } from './record-contact.ts'
import { keeps, type Witness } from './rules.ts'

/**
 * The contact that keeps a callback and is on record already, by a telephone system for instance. Throws `unprocessable`
 * when the case has no such contact, and `customer-not-told` unless the owner and the customer spoke in it after the
 * promise was made (law 6).
 */
export async function contactOnRecord(
  work: Work,
  kase: OpenDraft,
  contactId: string,
): Promise<Witness | undefined> {
  const found = await witnessOf(work, kase, { contactId })
  if (found && !keeps(found.moment))
    throw CustomerNotTold.at('/contactId', 'is no contact in which the owner and the customer spoke')
  if (found && found.recordedAt <= kase.callbackMadeAt)
    throw CustomerNotTold.at('/contactId', 'is older than the promise')
  return found
}
