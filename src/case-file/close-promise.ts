import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { callbacks } from '../tables/callbacks.ts'
import type { Outcome } from '../tables/cases.ts'
import type { OpenCallback } from './case-columns.ts'
import { recordOnCase } from './change.ts'
import type { Evidence } from './evidence/evidence.ts'
import type { OpenCase } from './locked-case.ts'
import { lateBy } from './promise/late-by.ts'

/**
 * How a promise ends (law 5): kept by a contact in which the customer was reached (law 6), rescheduled in favour of another
 * of which the customer was told, or released with its case (law 8).
 */
export type Closing =
  | { readonly state: 'kept'; readonly contact: Evidence }
  | {
      readonly state: 'rescheduled'
      readonly contact: Evidence
      readonly replacedBy: string
      readonly reason: string
    }
  | { readonly state: 'released'; readonly resolutionId: string; readonly outcome: Outcome }

/**
 * Closes the promise of a case. Its case holds another one, or a resolution, before the work is done: so this is part of
 * `resolve` and `promiseAnew`, and no act by itself.
 */
export function closePromise(work: Work, kase: OpenCase, closing: Closing): OpenCase {
  const { callback } = kase.holds
  const { told, ...columns } = closed(callback, closing, toWire(work.now))
  work.tx.update(callbacks, { id: callback.id }, columns)
  return recordOnCase(work, kase, `callback.${closing.state}`, {
    callbackId: callback.id,
    ...told,
    lateBy: lateBy(callback.windowUntil, columns.closedAt),
  })
}

/** The columns of a callback that ends at `now`, in wire form, and what its event tells. */
export function closed(callback: OpenCallback, closing: Closing, now: string) {
  const { state } = closing
  const version = callback.version + 1
  if (closing.state === 'released') {
    const { resolutionId, outcome } = closing
    return { state, version, closedAt: now, resolutionId, told: { outcome } }
  }
  const { id: contactId, moment: contactMoment } = closing.contact
  if (closing.state === 'rescheduled') {
    const { replacedBy, reason } = closing
    const told = { replacedBy, contactId }
    return { state, version, closedAt: now, contactId, contactMoment, replacedBy, reason, told }
  }
  const told = {
    contactId,
    customerCalledFirst: contactMoment === 'customer-called-owner',
    toldLate: toldLate(callback, closing.contact),
  }
  return { state, version, closedAt: keptAt(closing.contact, now), contactId, contactMoment, told }
}

/** When the customer was told, which may be before it is recorded; a clock that runs ahead tells of no moment to come. */
const keptAt = ({ at }: Evidence, now: string): string => (at > now ? now : at)

/** Whether it took place within the window, and was recorded after its end: in time, and told later (law 5). */
const toldLate = ({ windowUntil }: OpenCallback, { at, recordedAt }: Evidence): boolean =>
  at <= windowUntil && recordedAt > windowUntil
