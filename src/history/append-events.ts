import { type SQL, sql } from 'drizzle-orm'
import { events } from '../tables/events.ts'

/**
 * The same of what somebody asked for, and is done in their name: `rows` is a query of `id, type, at, customer_id,
 * started_by_kind, started_by_id, on_behalf_of, data`.
 */
export const appendEventsOf = (rows: SQL): SQL => sql`
  insert into ${events} (id, type, at, customer_id, actor_kind, actor_id, on_behalf_of, data)
  select r.id, r.type, r.at, r.customer_id, r.started_by_kind, r.started_by_id, r.on_behalf_of, r.data from (${rows}) r`

/**
 * The part of a statement that appends the service's own events, which nobody asked for: one for each of `rows`, a
 * query of `id, type, at, case_id, case_sequence, customer_id, data`. It belongs into the statement that makes the
 * change (law 15).
 */
export const appendEvents = (rows: SQL): SQL => sql`
  insert into ${events} (id, type, at, case_id, case_sequence, customer_id, actor_kind, data)
  select r.id, r.type, r.at, r.case_id, r.case_sequence, r.customer_id, 'system', r.data from (${rows}) r`
