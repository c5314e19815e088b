import type { Timetable } from './span.ts'
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
  const today = localDay(timeZone, now)
  let last = today
  let counted = 0
  for (const { from, until } of spansOf(team, { from: now, until: now + farthest })) {
    const end = localDay(timeZone, until - 1)
    for (let day = localDay(timeZone, from); day <= end; day++) {
      if (day <= last) continue
      if (counted === workingDays) return startOfDay(timeZone, last + 1)
      counted++
      last = day
    }
  }
  return counted === workingDays ? startOfDay(timeZone, last + 1) : now + farthest
}

const offsetAt = (timeZone: string, moment: number): number =>
  offsetsOf(timeZone, { from: moment, until: moment + 1 })[0]?.offset ?? 0

const localDay = (timeZone: string, moment: number): number =>
  Math.floor((moment + offsetAt(timeZone, moment)) / dayLong)

const startOfDay = (timeZone: string, day: number): number =>
  Temporal.PlainDate.from(new Date(day * dayLong).toISOString().slice(0, 10)).toZonedDateTime(timeZone)
    .epochMilliseconds
