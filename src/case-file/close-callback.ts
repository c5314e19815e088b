import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { callbacks } from '../tables/callbacks.ts'
import type { Moment, Outcome } from '../tables/cases.ts'
import { type Draft, recordOnCase } from './draft.ts'
import { lateBy } from './late-by.ts'

/** A case with its open callback, within a unit of work. */
export type OpenDraft = Draft & { callbackId: string }

interface SpokenContact {
  readonly id: string
  readonly moment: Moment
  readonly at: string
}

/** Keeps the callback of a case by a contact in which the customer was reached (law 6). */
export function keepCallback(work: Work, kase: OpenDraft, contact: SpokenContact): void {
  const closedAt = keptAt(work, kase, contact)
  work.tx.update(
    callbacks,
    { id: kase.callbackId },
    { ...closing(work, kase), closedAt, state: 'kept', contactId: contact.id, contactMoment: contact.moment },
  )
  const customerCalledFirst = contact.moment === 'customer-called-owner'
  recordOnCase(work, kase, 'callback.kept', {
    callbackId: kase.callbackId,
    contactId: contact.id,
    customerCalledFirst,
    lateBy: lateBy(kase.callbackUntil, closedAt),
  })
}

/** Releases the callback together with its case (laws 5 and 8); every such exit is counted. */
export function releaseCallback(work: Work, kase: OpenDraft, resolutionId: string, outcome: Outcome): void {
  work.tx.update(
    callbacks,
    { id: kase.callbackId },
    { ...closing(work, kase), state: 'released', resolutionId },
  )
  recordOnCase(work, kase, 'callback.released', {
    callbackId: kase.callbackId,
    outcome,
    lateBy: lateBy(kase.callbackUntil, toWire(work.now)),
  })
}

/** Closes a callback in favour of another, of which the customer was told (law 5). */
export function replaceCallback(
  work: Work,
  kase: OpenDraft,
  replacedBy: string,
  reason: string,
  told: SpokenContact,
): void {
  const set = {
    ...closing(work, kase),
    state: 'rescheduled' as const,
    replacedBy,
    reason,
    contactId: told.id,
    contactMoment: told.moment,
  }
  work.tx.update(callbacks, { id: kase.callbackId }, set)
  recordOnCase(work, kase, 'callback.rescheduled', {
    callbackId: kase.callbackId,
    replacedBy,
    contactId: told.id,
    lateBy: lateBy(kase.callbackUntil, toWire(work.now)),
  })
}

const closing = (work: Work, kase: OpenDraft) => ({
  closedAt: toWire(work.now),
  version: kase.callbackVersion + 1,
})

/** When the customer was reached, which may be before it is recorded, but not before the promise. */
const keptAt = ({ now }: Work, { callbackMadeAt }: OpenDraft, { at }: SpokenContact): string =>
  at < callbackMadeAt ? callbackMadeAt : at > toWire(now) ? toWire(now) : at
