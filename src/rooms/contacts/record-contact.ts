import { addCall } from '../../case-file/add-call.ts'
import { readContact } from '../../case-file/add-contact.ts'
import { save } from '../../case-file/change.ts'
import { toContact } from '../../case-file/contact-row.ts'
import { lockCaseOfCaller } from '../../case-file/lock-case.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import type { Contact, NewContact } from './contract.ts'

/**
 * Records a contact (law 7): the owner's own, or the stand-in's during an absence, or one in which the customer contacted
 * a colleague or a system. While a callback is open the latter is a chase, and a call of the owner's in vain is a try. Throws `only-the-owner` when anybody else
 * contacts the customer.
 */
export async function recordContact(work: Work, caseId: string, given: NewContact): Promise<Contact> {
  const kase = await lockCaseOfCaller(work, caseId)
  assertExpected(work, kase.version)
  const contact = await readContact(work, kase, given, { pointer: '' })

  save(work, await addCall(work, kase, contact))
  return toContact({ ...contact, ownerId: kase.ownerId })
}
