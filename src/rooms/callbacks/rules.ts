import type { LockedCase, OpenCase } from '../../case-file/locked-case.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import type { NewAttempt } from './contract.ts'
import { CallbackIsClosed } from './problems.ts'

/** The callback is the one that its case has open; throws `callback-is-closed` otherwise. */
export function assertCallbackOpen(kase: LockedCase, callbackId: string): asserts kase is OpenCase {
  if (kase.holds.kind !== 'promise' || kase.holds.callback.id !== callbackId)
    throw CallbackIsClosed.because('This callback was kept, replaced or released.')
}

const written = new Set(['email', 'chat', 'letter'])

/**
 * What follows a try at keeping a callback that goes by this channel: where the customer was reached (law 6) a resolution or
 * another callback, undefined where it stays open. A message reaches them where the callback itself is written. Throws
 * `validation-failed` for a request that says one and tells the other.
 */
export function followUpOf(given: NewAttempt, channel: string): NewAttempt['then'] {
  const { outcome, contactId, participants, then } = given
  const reached = outcome === 'reached' || (outcome === 'message-sent' && written.has(channel))
  if (reached && !then) throw ValidationFailed.at('/then', 'is needed: { "resolve": … } or { "callback": … }')
  if (!reached && then)
    throw ValidationFailed.at('/then', 'only goes with an attempt in which the customer was reached')
  if (!reached && participants)
    throw ValidationFailed.at('/participants', 'only go with an attempt in which the customer was reached')
  if (!reached && contactId !== undefined)
    throw ValidationFailed.at('/contactId', 'only goes with an attempt in which the customer was reached')
  if (contactId !== undefined && participants)
    throw ValidationFailed.at('/participants', 'have no place beside a contact that is on record')
  return then
}
