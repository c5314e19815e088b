import type { Span, Timetable } from './span.ts'
import { spansOf } from './working-time.ts'
import { offsetsOf } from './zone-offsets.ts'

const dayLong = 86_400_000
/** A team that hardly ever opens has its horizon here. */
const farthest = 5 * 366 * dayLong

/**
 * The first moment too far away to promise: the end of the last of so many working days after today. A working day is
 * one on which the team opens, in its own time zone.
 */
export function horizonOf(team: Timetable, timeZone: string, now: number, workingDays: number): number {
  let [last = 0] = localDays(timeZone, { from: now, until: now + 1 })
  let counted = 0
  for (const span of spansOf(team, { from: now, until: now + farthest })) {
    for (const day of localDays(timeZone, span)) {
      if (day <= last) continue
      if (counted === workingDays) return startOfDay(timeZone, last + 1)
      counted++
      last = day
    }
  }
  return counted === workingDays ? startOfDay(timeZone, last + 1) : now + farthest
}

/** The days that a span of time touches, by the clocks of the zone: a day that was skipped is none of them. */
function localDays(timeZone: string, span: Span): readonly number[] {
  return offsetsOf(timeZone, span).flatMap(({ from, until, offset }) => {
    const first = Math.floor((Math.max(from, span.from) + offset) / dayLong)
    const last = Math.floor((Math.min(until, span.until) - 1 + offset) / dayLong)
    return Array.from({ length: last - first + 1 }, (_, n) => first + n)
  })
}

const startOfDay = (timeZone: string, day: number): number =>
  Temporal.PlainDate.from(new Date(day * dayLong).toISOString().slice(0, 10)).toZonedDateTime(timeZone)
    .epochMilliseconds
