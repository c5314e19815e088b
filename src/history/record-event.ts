import type { Work } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { events } from '../tables/events.ts'
import type { EventType } from './event-types.ts'

/** A change to tell of. `caseId` and `caseSequence` go together; see `recordCaseEvent` in cases. */
export interface NewEvent {
  readonly type: EventType
  readonly caseId?: string
  readonly caseSequence?: number
  readonly customerId?: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Appends an event in the transaction of the change that it tells of (law 15). Answers with its id. */
export function record(work: Work, event: NewEvent): string {
  const { kind, id, onBehalfOf } = work.actor
  return append(work, event, { actorKind: kind, actorId: id, onBehalfOf })
}

/** The same of what nobody is to be known for: the service tells of it, and not who asked for it. */
export const recordOfNobody = (work: Work, event: NewEvent): string =>
  append(work, event, { actorKind: 'system', actorId: null, onBehalfOf: null })

function append(
  { tx, now, traceParent }: Work,
  { type, caseId, caseSequence, customerId, data }: NewEvent,
  actor: Pick<typeof events.$inferInsert, 'actorKind' | 'actorId' | 'onBehalfOf'>,
): string {
  const id = newId()
  tx.insert(events, {
    id,
    type,
    at: toWire(now),
    caseId: caseId ?? null,
    caseSequence: caseSequence ?? null,
    customerId: customerId ?? null,
    ...actor,
    data,
    // What belongs to no trace says nothing of one, so that its statement is the one of always.
    ...(traceParent !== null && { traceParent }),
  })
  return id
}
