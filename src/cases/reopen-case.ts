import { activeMember } from '../assignment/choose-owner.ts'
import { promiseCallback } from '../callbacks/promise-callback.ts'
import { assertExpected, type Work } from '../db/work.ts'
import { insertNote } from './add-note.ts'
import type { Case } from './contract.ts'
import { type Draft, lockCase, recordOnCase, save } from './draft.ts'
import { addContact } from './record-contact.ts'
import type { Reopen } from './resolve-contract.ts'
import { assertResolved } from './rules.ts'

/** Opens a case again: back to its own owner, with a new callback (law 9). Throws `case-is-open`. */
export async function reopenCase(
  work: Work,
  id: string,
  { reason, contact, callback }: Reopen,
): Promise<Case> {
  const kase = await lockCase(work, id)
  assertExpected(work, kase.version)
  assertResolved(kase)
  await followOwner(work, kase)

  const noteId = reason === undefined ? null : insertNote(work, kase.id, reason).id
  recordOnCase(work, kase, 'case.reopened', { ownerId: kase.ownerId, teamId: kase.teamId, noteId })
  if (contact)
    addContact(work, kase, contact, { pointer: '/contact', opening: contact.direction === 'inbound' })
  const callbackId = promiseCallback(work, kase, callback ?? {}, '/callback')
  kase.resolvedAt = null
  kase.outcome = null
  return save(work, kase, { callbackId, resolutionId: null, resolvedAt: null, teamId: kase.teamId })
}

/** A resolved case stays where it was when its owner moves to another team; open, it is with its owner (law 1). */
async function followOwner(work: Work, kase: Draft): Promise<void> {
  const owner = await activeMember(work, kase.ownerId)
  if (!owner) return
  kase.teamId = owner.teamId
  kase.teamTimeZone = owner.teamTimeZone
  kase.callbackWithin = owner.callbackWithin
}
