import { remembering } from '../lib/remembering.ts'
import { localDays } from './local-days.ts'
import type { Timetable } from './span.ts'
import { spansOf } from './working-time.ts'

const dayLong = 86_400_000
/** A team that hardly ever opens has its horizon here. */
const farthest = 5 * 366 * dayLong

interface Asked {
  readonly timeZone: string
  readonly now: number
  readonly today: number
  readonly workingDays: number
}

/** The horizons of each timetable, by the day: counting days costs more than all the rest of a promise. */
const counting = new WeakMap<Timetable, (asked: Asked) => number>()
const mostRemembered = 100

/**
 * The first moment too far away to promise: the end of the last of so many working days after today. A working day is
 * one on which the team opens, in its own time zone.
 */
export function horizonOf(team: Timetable, timeZone: string, now: number, workingDays: number): number {
  const [today = 0] = localDays(timeZone, { from: now, until: now + 1 })
  let count = counting.get(team)
  if (!count) {
    count = remembering(
      (asked: Asked) => countDays(team, asked),
      ({ timeZone, today, workingDays }) => `${timeZone} ${today} ${workingDays}`,
      mostRemembered,
    )
    counting.set(team, count)
  }
  return count({ timeZone, now, today, workingDays })
}

function countDays(team: Timetable, { timeZone, now, today, workingDays }: Asked): number {
  let last = today
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

const startOfDay = (timeZone: string, day: number): number =>
  Temporal.PlainDate.from(new Date(day * dayLong).toISOString().slice(0, 10)).toZonedDateTime(timeZone)
    .epochMilliseconds
