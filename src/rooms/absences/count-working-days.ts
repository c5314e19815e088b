import { localDays } from '../../calendar/local-days.ts'
import type { Span, Timetable } from '../../calendar/span.ts'
import { spansOf } from '../../calendar/working-time.ts'

/** Working days in a stretch of time, up to `enough`: days, in the team's time zone, on which the team opens in it. */
export function countWorkingDays(team: Timetable, timeZone: string, within: Span, enough: number): number {
  let counted = 0
  let last = Number.NEGATIVE_INFINITY
  for (const span of spansOf(team, within)) {
    for (const day of localDays(timeZone, span)) {
      if (day <= last) continue
      counted++
      last = day
      if (counted >= enough) return enough
    }
  }
  return counted
}
