import { type Draft, lockCaseOfCaller, recordOnCase, save } from '../../case-file/draft.ts'
import { promiseCallback } from '../../case-file/promise-callback.ts'
import { factsOfOwner } from '../../case-file/promise-facts.ts'
import { addContact } from '../../case-file/record-contact.ts'
import { assertResolved } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { sightFrom } from '../../facts/visibility.ts'
import { activeMember } from '../assignment/choose-owner.ts'
import { insertNote } from '../contacts/add-note.ts'
import { succeedDeparted } from '../successions/succeed-departed.ts'
import type { Reopen } from './resolve-contract.ts'
import { glimpseOf, type ReopenedCase } from './summary-contract.ts'

/**
 * Opens a case again: back to its own owner, with a new callback (law 9); of an owner who has left it passes to another.
 * Any employee may, whom the customer asked; from outside the case they are shown no more of it than its owner and its
 * promise. Throws `case-is-open`, and `owns-open-cases` for an owner who is in no team any more.
 */
export async function reopenCase(
  work: Work,
  id: string,
  { reason, contact, callback }: Reopen,
): Promise<ReopenedCase> {
  const kase = await lockCaseOfCaller(work, id)
  assertExpected(work, kase.version)
  assertResolved(kase)
  await followOwner(work, kase)
  const facts = await factsOfOwner(work, kase, callback?.from !== undefined)

  const noteId = reason === undefined ? null : insertNote(work, kase.id, reason).id
  recordOnCase(work, kase, 'case.reopened', { ownerId: kase.ownerId, teamId: kase.teamId, noteId })
  if (contact)
    await addContact(work, kase, contact, { pointer: '/contact', opening: contact.direction === 'inbound' })
  const callbackId = promiseCallback(work, kase, callback ?? {}, '/callback', facts)
  kase.resolvedAt = null
  kase.outcome = null
  const reopened = save(work, kase, { callbackId, resolutionId: null, resolvedAt: null, teamId: kase.teamId })
  return kase.sight === 'all' ? reopened : glimpseOf(reopened)
}

/** A resolved case stays where it was when its owner moves to another team; open, it is with its owner (law 1). */
async function followOwner(work: Work, kase: Draft): Promise<void> {
  const owner = (await activeMember(work, kase.ownerId)) ?? (await succeedDeparted(work, kase))
  kase.teamId = owner.teamId
  kase.sight = sightFrom(work.actor, owner.teamId)
  kase.teamTimeZone = owner.teamTimeZone
}
