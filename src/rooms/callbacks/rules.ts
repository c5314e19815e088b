import type { LockedCase, OpenCase } from '../../case-file/locked-case.ts'
import type { FieldError } from '../../lib/problem.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { type NewAttempt, notInVain, thenIsNeeded } from './contract.ts'
import { CallbackIsClosed } from './problems.ts'

/** The callback is the one that its case has open; throws `callback-is-closed` otherwise. */
export function assertCallbackOpen(kase: LockedCase, callbackId: string): asserts kase is OpenCase {
  if (kase.holds.kind !== 'promise' || kase.holds.callback.id !== callbackId)
    throw CallbackIsClosed.because('This callback was kept, replaced or released.')
}

const fault = (field: string, message: string): FieldError => ({ pointer: `#/${field}`, message })

const written = new Set(['email', 'chat', 'letter'])

/**
 * What follows a try at keeping a callback that goes by this channel: where the customer was reached (law 6) a resolution or
 * another callback, undefined where it stays open. A message reaches them where the callback itself is written. Throws
 * `validation-failed` for a request that says one and tells the other.
 */
export function followUpOf(given: NewAttempt, channel: string): NewAttempt['then'] {
  const { outcome, contactId, participants, then } = given
  const reached = outcome === 'reached' || (outcome === 'message-sent' && written.has(channel))
  const wrong: readonly (FieldError | false)[] = [
    reached && !then && fault('then', thenIsNeeded),
    !reached && then !== undefined && fault('then', notInVain.then),
    !reached && participants !== undefined && fault('participants', notInVain.participants),
    !reached && contactId !== undefined && fault('contactId', notInVain.contactId),
    reached &&
      contactId !== undefined &&
      participants !== undefined &&
      fault('participants', 'have no place beside a contact that is on record'),
  ]
  const errors = wrong.filter((each) => each !== false)
  if (errors.length > 0) throw ValidationFailed.of(errors)
  return then
}
