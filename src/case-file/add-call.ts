import type { Work } from '../db/work.ts'
import type { AttemptOutcome } from '../tables/callbacks.ts'
import { addContact } from './add-contact.ts'
import type { ContactRow } from './contact-row.ts'
import type { LockedCase } from './locked-case.ts'
import { factsOfCallback } from './promise/promise-facts.ts'
import { tryIn } from './promise/tried-enough.ts'
import { attemptOf, insertAttempt, tryAgain } from './promise/try-again.ts'
import { isOpen } from './rules.ts'

/**
 * Adds a contact to a case as `addContact` does. An outbound call of the owner's that nobody answered is a try at keeping
 * the callback as well, whoever tells of it, unless it was before the promise.
 */
export async function addCall(work: Work, kase: LockedCase, contact: ContactRow): Promise<LockedCase> {
  const attempted = attemptIn(contact)
  if (!attempted || !isOpen(kase) || contact.at < kase.holds.callback.madeAt)
    return addContact(work, kase, contact)
  const facts = await factsOfCallback(work, kase.holds.callback.id, false)
  if (!facts) throw new Error('a callback has an owner, a team and a customer')

  const called = addContact(work, kase, contact)
  const attempt = attemptOf(work, called, attempted)
  return tryAgain(work, insertAttempt(work, called, attempt), attempt, facts)
}

/** Whether a contact may be a try, so that the promise has to be known. */
export const mayBeTry = (contact: ContactRow): boolean => attemptIn(contact) !== undefined

/** The try that a contact is; undefined where the owner did not call, or wrote. */
function attemptIn(contact: ContactRow) {
  const { id: contactId, employeeId, at } = contact
  const outcome = tryIn(contact)?.outcome
  if (outcome === undefined || outcome === 'message-sent' || employeeId === null) return undefined
  return { outcome: outcome as AttemptOutcome, at, summary: null, contactId, employeeId }
}
