import { type SQL, sql } from 'drizzle-orm'
import { absences } from '../tables/people.ts'

/** A moment of the database as the calendar counts: milliseconds since 1970. */
export const milliseconds = (moment: SQL): SQL => sql`(extract(epoch from ${moment}) * 1000)::bigint`

/** The `TeamHours` of the team that has agreed `a`, in the organisation `org`. */
export const teamHours = sql`json_build_object('openingHours', a.opening_hours, 'timeZone', a.time_zone, 'closures', a.closures,
    'country', org.country, 'holidayRegion', org.holiday_region)`

/** The `OwnerHours` of an employee; absences that are over by `now` are left out. */
export const ownHours = (employee: 'o' | 'e'): SQL => {
  const column = (name: string): SQL => sql.raw(`${employee}.${name}`)
  return sql`json_build_object('workingHours', ${column('working_hours')}, 'timeZone', ${column('time_zone')}, 'absences', (
    select coalesce(json_agg(json_build_object('from', ${milliseconds(sql`x.from_at`)}, 'until', ${milliseconds(sql`x.until_at`)})), '[]')
    from ${absences} x where x.employee_id = ${column('id')} and x.until_at > ${sql.placeholder('now')}::timestamptz))`
}
