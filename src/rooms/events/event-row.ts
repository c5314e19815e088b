import { pick, type RowOf } from '../../db/selection.ts'
import { events, feed } from '../../tables/events.ts'
import type { Event } from './contract.ts'

/** What is read of an event `e` and its place `f`. */
export const eventRow = {
  ...pick(events, 'e', 'id', 'type', 'at', 'caseId', 'caseSequence', 'customerId'),
  ...pick(events, 'e', 'actorKind', 'actorId', 'onBehalfOf', 'data'),
  ...pick(feed, 'f', 'position'),
}

/** An event as it is told, in a page, in a stream and to a webhook alike. */
export function toEvent({
  caseId,
  caseSequence,
  customerId,
  actorKind,
  actorId,
  onBehalfOf,
  ...row
}: Omit<RowOf<typeof eventRow>, 'position'>): Event {
  return {
    id: row.id,
    type: row.type,
    at: row.at,
    timestamp: row.at,
    ...(caseId === null || caseSequence === null ? {} : { caseId, caseSequence }),
    ...(customerId === null ? {} : { customerId }),
    actor: { kind: actorKind, id: actorId, ...(onBehalfOf === null ? {} : { onBehalfOf }) },
    ...(row.type.startsWith('customer.') && Object.hasOwn(row.data, 'importId') ? { imported: true } : {}),
    data: row.data,
  }
}
