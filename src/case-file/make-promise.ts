import type { Work } from '../db/work.ts'
import { callbacks } from '../tables/callbacks.ts'
import { hold, recordOnCase } from './change.ts'
import { type Closing, closePromise } from './close-promise.ts'
import type { CaseFile, OpenCase, ResolvedCase } from './locked-case.ts'
import type { PlannedCallback } from './promise/plan-promise.ts'

/** Opens a resolved case again, with a promise (law 9). */
export const reopen = (work: Work, kase: ResolvedCase, callback: PlannedCallback): OpenCase =>
  hold(work, insertCallback(work, kase, callback), { kind: 'promise', callback })

/** Puts another promise in the place of one that is kept, or of which the customer heard that it moves (law 5). */
export const promiseAnew = (
  work: Work,
  kase: OpenCase,
  closing: Exclude<Closing, { state: 'released' }>,
  callback: PlannedCallback,
): OpenCase =>
  hold(work, insertCallback(work, closePromise(work, kase, closing), callback), { kind: 'promise', callback })

/** Writes the promise of a case, and tells of it. */
export function insertCallback<Kase extends CaseFile>(
  work: Work,
  kase: Kase,
  callback: PlannedCallback,
): Kase {
  work.tx.insert(callbacks, callback)
  return recordOnCase(work, kase, 'callback.made', {
    callbackId: callback.id,
    channel: callback.channel,
    from: callback.windowFrom,
    until: callback.windowUntil,
    yielded: callback.yielded,
    cutByHorizon: callback.cutByHorizon,
  })
}
