import { addCall, mayBeTry } from '../../case-file/add-call.ts'
import { addContact, readContact } from '../../case-file/add-contact.ts'
import { save, saveVersion } from '../../case-file/change.ts'
import { toContact } from '../../case-file/contact-row.ts'
import { briefCaseOfCaller, lockCaseOfCaller } from '../../case-file/lock-case.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import type { Contact, NewContact } from './contract.ts'

/**
 * Records a contact (law 7): the owner's own, or the stand-in's during an absence, or one in which the customer contacted
 * a colleague or a system. While a callback is open the latter is a chase, and a call of the owner's in vain is a try. Throws `only-the-owner` when anybody else
 * contacts the customer.
 */
export async function recordContact(work: Work, caseId: string, given: NewContact): Promise<Contact> {
  const kase = await briefCaseOfCaller(work, caseId)
  assertExpected(work, kase.version)
  const contact = await readContact(work, kase, given, { pointer: '' })

  if (mayBeTry(contact)) save(work, await addCall(work, await lockCaseOfCaller(work, caseId), contact))
  else saveVersion(work, addContact(work, kase, contact))
  return toContact({ ...contact, ownerId: kase.ownerId })
}
