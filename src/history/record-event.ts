import type { Actor, Work } from '../db/work.ts'
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

/** Appends an event in the transaction of the change that it tells of (law 15). */
export function record(work: Work, { type, caseId, caseSequence, customerId, data }: NewEvent): void {
  work.tx.insert(events, {
    id: newId(),
    type,
    at: toWire(work.now),
    caseId: caseId ?? null,
    caseSequence: caseSequence ?? null,
    customerId: customerId ?? null,
    ...actorColumns(work.actor),
    data,
  })
}

const actorColumns = ({ kind, id, onBehalfOf }: Actor) => ({ actorKind: kind, actorId: id, onBehalfOf })
