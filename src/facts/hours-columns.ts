import { type SQL, sql } from 'drizzle-orm'
import type { StandInHours } from '../calendar/calendars.ts'
import type { Span } from '../calendar/span.ts'
import { now } from '../db/moment.ts'
import { asJson, asJsonList, pick } from '../db/selection.ts'
import { agreements } from '../tables/organisation.ts'
import { absences, employees } from '../tables/people.ts'
import { fromStandIns } from './stand-ins.ts'

/** A moment of the database as the calendar counts: milliseconds since 1970. */
export const milliseconds = (moment: SQL): SQL<number> => sql`(extract(epoch from ${moment}) * 1000)::bigint`

const country = sql<string>`coalesce(a.holiday_country, org.country)`

/**
 * As columns, the `TeamHours` of the team that has agreed `a`, in the organisation `org`: with its own holidays, else
 * with those of the organisation, whose region says nothing in another country.
 */
export const teamHoursRow = {
  ...pick(agreements, 'a', 'openingHours', 'timeZone', 'closures', 'openings', 'keepsHolidays'),
  country,
  holidayRegion: sql<
    string | null
  >`coalesce(a.holiday_region, case when ${country} = org.country then org.holiday_region end)`,
}

/** The `TeamHours` of the team that has agreed `a`, in the organisation `org`. */
export const teamHours = asJson(teamHoursRow)

const span = { from: milliseconds(sql`x.from_at`), until: milliseconds(sql`x.until_at`) }

const hoursOf = (employee: 'o' | 'e') => ({
  ...pick(employees, employee, 'workingHours', 'timeZone'),
  absences: sql<Span[]>`(select ${asJsonList(span)} from ${absences} x
    where x.employee_id = ${pick(employees, employee, 'id').id} and x.until_at > ${now})`,
})

/** When the employee `e` works; absences that are over by `now` are left out. */
export const colleagueHours = asJson(hoursOf('e'))

const standIn = {
  ...pick(employees, 's', 'id', 'workingHours', 'timeZone'),
  from: milliseconds(sql`p.from_at`),
  until: milliseconds(sql`p.until_at`),
}

/** Who calls for the owner `o`, save for the employee whom the case is about: `from …`, as `s` and `p`. */
export const fromStandInsOf = (except: SQL) =>
  fromStandIns({ owner: sql`o.id`, team: sql`o.active_team_id`, except })

/** The `OwnerHours` of the owner `o`, with those of whoever stands in for them; what is over by `now` is left out. */
export const ownerHours = (except: SQL) =>
  asJson({
    ...hoursOf('o'),
    standIns: sql<StandInHours[]>`(select ${asJsonList(standIn)} ${fromStandInsOf(except)})`,
  })
