import { type SQL, sql } from 'drizzle-orm'
import { now } from '../db/moment.ts'
import { absences } from '../tables/people.ts'

/** The absence, or the acting of a stand-in, that the statement calls `alias` has begun and is not over at `now`. */
export const underWay = (alias: string): SQL =>
  sql`${sql.raw(alias)}.from_at <= ${now} and ${now} < ${sql.raw(alias)}.until_at`

/** This employee is absent at `now`. */
export const absentNow = (employee: SQL): SQL<boolean> =>
  sql`exists (select from ${absences} w where w.employee_id = ${employee} and ${underWay('w')})`
