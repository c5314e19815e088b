import { holidaysOf } from './holidays.ts'

/** Where and when an organisation works: its holidays and its days. */
export interface WorkingDaysOf {
  readonly country: string
  readonly region: string | null
  /** IANA. */
  readonly timeZone: string
}

/** The moment at which so many working days after today have ended: Monday to Friday, public holidays excepted. */
export function afterWorkingDays(
  now: Temporal.Instant,
  days: number,
  where: WorkingDaysOf,
): Temporal.Instant {
  let day = now.toZonedDateTimeISO(where.timeZone).toPlainDate()
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 })
    const isHoliday = holidaysOf(where.country, where.region, day.year).has(day.toString())
    if (day.dayOfWeek <= 5 && !isHoliday) left--
  }
  return day.add({ days: 1 }).toZonedDateTime(where.timeZone).toInstant()
}
