import type { InferInsertModel } from 'drizzle-orm'
import type { Work } from '../db/work.ts'
import type { EventType } from '../history/event-types.ts'
import { record } from '../history/record-event.ts'
import { toWire } from '../lib/instant.ts'
import { present } from '../lib/patched.ts'
import type { Case } from '../rooms/cases/contract.ts'
import { callbacks } from '../tables/callbacks.ts'
import { cases } from '../tables/cases.ts'
import { toCase } from './case-answer.ts'
import type { OpenCallback } from './case-columns.ts'
import type { CaseFile, CaseInBrief, Holding, LockedCase, OpenCase } from './locked-case.ts'

/** What a case holds changes by `hold`, and its version by `recordOnCase`. */
type Own = Omit<
  InferInsertModel<typeof cases>,
  'id' | 'callbackId' | 'resolutionId' | 'resolvedAt' | 'version'
>

/** Changes columns of the case; `joined` is what the case knows of the other rows that it now refers to. */
export function change<Kase extends CaseInBrief>(
  work: Work,
  kase: Kase,
  set: { readonly [Column in keyof Own]?: Own[Column] | undefined },
  joined: Partial<
    Pick<LockedCase, 'customer' | 'owner' | 'topic' | 'standIns' | 'standInId' | 'team' | 'visibility'>
  > = {},
): Kase {
  const changed: Partial<Own> = present(set)
  work.tx.update(cases, { id: kase.id }, changed)
  return { ...kase, ...changed, ...joined }
}

/** Gives the case another promise or a resolution to hold, whose row is written beside it (law 4). */
export function hold<Held extends Holding>(work: Work, kase: LockedCase, holds: Held): LockedCase<Held> {
  work.tx.update(cases, { id: kase.id }, holdingColumns(holds))
  return { ...kase, holds }
}

/** The columns that say what a case holds. */
export const holdingColumns = (holds: Holding) =>
  holds.kind === 'promise'
    ? { callbackId: holds.callback.id, resolutionId: null, resolvedAt: null }
    : { callbackId: null, resolutionId: holds.resolution.id, resolvedAt: holds.resolution.at }

/** Changes the open promise of a case. */
export function changeCallback(
  work: Work,
  kase: OpenCase,
  set: Partial<Pick<OpenCallback, 'address' | 'attempts' | 'nextTryAt' | 'version'>>,
): OpenCase {
  const { callback } = kase.holds
  work.tx.update(callbacks, { id: callback.id }, set)
  return { ...kase, holds: { kind: 'promise', callback: { ...callback, ...set } } }
}

/**
 * Appends an event to the case's history. Its number becomes the case's version with `save` (law 15). Of what a stand-in
 * does, it says who acted and for whom (law 11).
 */
export function recordOnCase<Kase extends CaseInBrief>(
  work: Work,
  kase: Kase,
  type: EventType,
  data: Readonly<Record<string, unknown>>,
): Kase {
  const version = kase.version + 1
  const actsFor = kase.standInId !== null && work.actor.employee?.id === kase.standInId
  record(work, {
    type,
    caseId: kase.id,
    caseSequence: version,
    customerId: kase.customerId,
    data: actsFor ? { ...data, actedBy: kase.standInId, actedFor: kase.ownerId } : data,
  })
  return { ...kase, version, updatedAt: toWire(work.now) }
}

/** Writes the version of the case, once its events are recorded. */
export function saveVersion({ tx }: Work, { id, version }: CaseInBrief): void {
  tx.update(cases, { id }, { version })
}

/** The same, and answers with the case as it now is. */
export function save(work: Work, kase: CaseFile): Case {
  saveVersion(work, kase)
  return toCase(kase, toWire(work.now))
}
