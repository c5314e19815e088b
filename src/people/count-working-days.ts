import type { Span, Timetable } from '../calendar/span.ts'
import { spansOf } from '../calendar/working-time.ts'

/** Whole days between two dates, both counted. */
const daysOf = (first: Temporal.PlainDate, last: Temporal.PlainDate): number =>
  first.until(last, { largestUnit: 'days' }).days + 1

/** Working days in a stretch of time, up to `enough`: days, in the team's time zone, on which the team opens in it. */
export function countWorkingDays(team: Timetable, timeZone: string, within: Span, enough: number): number {
  const dateOf = (moment: number): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate()
  let days = 0
  let next: Temporal.PlainDate | undefined
  for (const { from, until } of spansOf(team, within)) {
    const begin = dateOf(from)
    const first = next && Temporal.PlainDate.compare(begin, next) < 0 ? next : begin
    const last = dateOf(until - 1)
    if (Temporal.PlainDate.compare(first, last) > 0) continue
    days += daysOf(first, last)
    if (days >= enough) return enough
    next = last.add({ days: 1 })
  }
  return days
}
