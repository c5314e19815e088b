import { addContact } from '../../case-file/add-contact.ts'
import { save } from '../../case-file/change.ts'
import { assertToldOfMove } from '../../case-file/evidence/evidence.ts'
import { readEvidence } from '../../case-file/evidence/find-evidence.ts'
import { lockCaseOfCallback } from '../../case-file/lock-case.ts'
import { promiseAnew } from '../../case-file/make-promise.ts'
import { planPromise } from '../../case-file/promise/plan-promise.ts'
import { factsOfCallback } from '../../case-file/promise/promise-facts.ts'
import { assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { openCallbackOf } from './callback-answer.ts'
import type { Callback, Reschedule } from './contract.ts'
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
  assertExpected(work, kase.holds.callback.version)
  const { contact, evidence } = await readEvidence(work, kase, given)
  assertToldOfMove(evidence, kase.holds.callback)
  const { from, until, channel, to, reason } = given
  const callback = planPromise(kase, { from, until, channel, to }, '', facts, work.now, kase.holds.callback)

  const told = contact ? addContact(work, kase, contact) : kase
  const closing = { state: 'rescheduled', contact: evidence, replacedBy: callback.id, reason } as const
  const rescheduled = promiseAnew(work, told, closing, callback)
  save(work, rescheduled)
  return openCallbackOf(rescheduled, work.now)
}
