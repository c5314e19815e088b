import { type SQL, sql } from 'drizzle-orm'
import { events } from '../tables/events.ts'

/**
 * The part of a statement that appends the service's own events, which nobody asked for: one for each of `rows`, a
 * query of `id, type, at, case_id, case_sequence, customer_id, data`. It belongs into the statement that makes the
 * change (law 15).
 */
export const appendEvents = (rows: SQL): SQL => sql`
  insert into ${events} (id, type, at, case_id, case_sequence, customer_id, actor_kind, data)
  select r.id, r.type, r.at, r.case_id, r.case_sequence, r.customer_id, 'system', r.data from (${rows}) r`
