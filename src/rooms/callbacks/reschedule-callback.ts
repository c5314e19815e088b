import { replaceCallback } from '../../case-file/close-callback.ts'
import { lockCaseOfCallback, save } from '../../case-file/draft.ts'
import { promiseCallback } from '../../case-file/promise-callback.ts'
import { factsOfCallback } from '../../case-file/promise-facts.ts'
import { witnessOf } from '../../case-file/record-contact.ts'
import { assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { CustomerNotTold } from '../cases/problems.ts'
import type { Callback, Reschedule } from './contract.ts'
import { openCallbackOf } from './queries.ts'
import { assertCallbackOpen } from './rules.ts'

/**
 * Replaces a promise by another of which the customer was told (law 5): answers with the new one. Past its window the
 * old one counts as broken for ever. Throws `customer-not-told` without a contact that is younger than the promise.
 */
export async function rescheduleCallback(
  work: Work,
  callbackId: string,
  given: Reschedule,
): Promise<Callback> {
  const [kase, facts] = await Promise.all([
    lockCaseOfCallback(work, callbackId),
    factsOfCallback(work, callbackId, given.from !== undefined),
  ])
  assertOwner(work.actor, kase)
  assertCallbackOpen(kase, callbackId)
  assertExpected(work, kase.callbackVersion)
  const told = await witnessOf(work, kase, given)
  if (!told)
    throw CustomerNotTold.because('Name the contact in which the customer heard of the other window.')
  if (told.moment === 'not-reached')
    throw CustomerNotTold.because('In this contact the customer was not reached.')
  if (!given.contact && told.recordedAt <= kase.callbackMadeAt) {
    throw CustomerNotTold.because('This contact is older than the promise that it would replace.')
  }

  const { from, until, channel, to } = given
  const replacedBy = newId()
  replaceCallback(work, kase, replacedBy, given.reason, told)
  promiseCallback(work, kase, { from, until, channel, to }, '', facts, replacedBy)
  save(work, kase, { callbackId: replacedBy })
  return openCallbackOf(kase, work.now)
}
