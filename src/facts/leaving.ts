import { sql } from 'drizzle-orm'
import { departures } from '../tables/people.ts'

/** The departure of the employee `e` has begun: they own what they own, and are given nothing new. */
export const leaving = sql<boolean>`exists (select from ${departures} d where d.employee_id = e.id)`
