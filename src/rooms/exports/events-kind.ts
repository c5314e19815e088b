import { sql } from 'drizzle-orm'
import { events } from '../../tables/events.ts'
import { at, json, plain } from './column.ts'
import type { Kind } from './kind.ts'

/** The history itself, in the order of the feed; it holds ids and facts, never anybody's words. */
export const eventsKind: Kind = {
  table: sql`${events}`,
  columns: () => ({
    position: plain(sql`place.position`),
    id: plain(sql`r.id`),
    type: plain(sql`r.type`),
    at: at(sql`r.at`),
    caseId: plain(sql`r.case_id`),
    caseSequence: plain(sql`r.case_sequence`),
    customerId: plain(sql`r.customer_id`),
    actorKind: plain(sql`r.actor_kind`),
    actorId: plain(sql`r.actor_id`),
    onBehalfOf: plain(sql`r.on_behalf_of`),
    imported: plain(sql`r.type like 'customer.%' and r.data ? 'importId'`),
    data: json(sql`r.data`),
  }),
}
