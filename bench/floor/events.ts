import type { Row } from './cases.ts'
import { exactly, id, number, object, pageOf, text } from './shapes.ts'

/** A page of the feed behind an event; `most` stands in the text, as in the list of cases. */
export const eventsAfter = (most: number) => ({
  name: `events-${most}`,
  text: `
  select e.id, e.type, e.at, e.case_id, e.case_sequence, e.customer_id, e.actor_kind, e.actor_id, e.on_behalf_of, e.data
  from feed f join events e on e.id = f.event_id
  where f.position > (select position from feed where event_id = $1)
  order by f.position limit ${most}`,
})

export const toEvent = (row: Row) => ({
  id: row.id,
  type: row.type,
  at: row.at,
  timestamp: row.at,
  caseId: row.case_id,
  caseSequence: row.case_sequence,
  customerId: row.customer_id,
  // The schema leaves out what is undefined.
  actor: { kind: row.actor_kind, id: row.actor_id, onBehalfOf: row.on_behalf_of ?? undefined },
  data: row.data,
})

export const eventQuery = exactly({ after: id, limit: { ...number, minimum: 1, maximum: 200 } })
export const eventPageSchema = pageOf(
  object({
    id: text,
    type: text,
    at: text,
    timestamp: text,
    caseId: text,
    caseSequence: number,
    customerId: text,
    actor: object({ kind: text, id: text, onBehalfOf: text }),
    data: {},
  }),
)
