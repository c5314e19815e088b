import { type SQL, sql } from 'drizzle-orm'
import type { Span } from '../calendar/span.ts'
import { now } from '../db/moment.ts'
import { asJson, asJsonList, pick } from '../db/selection.ts'
import { agreements, organisation } from '../tables/organisation.ts'
import { absences, employees } from '../tables/people.ts'

/** A moment of the database as the calendar counts: milliseconds since 1970. */
export const milliseconds = (moment: SQL): SQL<number> => sql`(extract(epoch from ${moment}) * 1000)::bigint`

/** As columns, the `TeamHours` of the team that has agreed `a`, in the organisation `org`. */
export const teamHoursRow = {
  ...pick(agreements, 'a', 'openingHours', 'timeZone', 'closures'),
  ...pick(organisation, 'org', 'country', 'holidayRegion'),
}

/** The `TeamHours` of the team that has agreed `a`, in the organisation `org`. */
export const teamHours = asJson(teamHoursRow)

const span = { from: milliseconds(sql`x.from_at`), until: milliseconds(sql`x.until_at`) }

/** The `OwnerHours` of an employee; absences that are over by `now` are left out. */
export const ownHours = (employee: 'o' | 'e') =>
  asJson({
    ...pick(employees, employee, 'workingHours', 'timeZone'),
    absences: sql<Span[]>`(select ${asJsonList(span)} from ${absences} x
      where x.employee_id = ${pick(employees, employee, 'id').id} and x.until_at > ${now})`,
  })
