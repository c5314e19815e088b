import { type SQL, sql } from 'drizzle-orm'
import { cases } from '../tables/cases.ts'

/**
 * The part of a statement by which cases grow by the events that it appends to them (law 15): `rows` is a query with
 * `case_id` and `events`, their number, one row for each case, which the statement has locked. Answers with these rows
 * and the new `version`.
 */
export const raiseVersions = (rows: SQL): SQL => sql`
  update ${cases} c set version = c.version + r.events from (${rows}) r where c.id = r.case_id
  returning r.*, c.version`
