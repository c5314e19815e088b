import { localDays } from './local-days.ts'
import type { Timetable } from './span.ts'
import { spansOf } from './working-time.ts'

const dayLong = 86_400_000
/** A team that hardly ever opens has its horizon here. */
const farthest = 5 * 366 * dayLong

/** The horizons of a timetable, by the day: counting days costs more than all the rest of a promise. */
const horizons = new WeakMap<Timetable, Map<string, number>>()
const mostRemembered = 100

/**
 * The first moment too far away to promise: the end of the last of so many working days after today. A working day is
 * one on which the team opens, in its own time zone.
 */
export function horizonOf(team: Timetable, timeZone: string, now: number, workingDays: number): number {
  const [today = 0] = localDays(timeZone, { from: now, until: now + 1 })
  const name = `${timeZone} ${today} ${workingDays}`
  const remembered = horizons.get(team) ?? new Map<string, number>()
  horizons.set(team, remembered)
  const known = remembered.get(name)
  if (known !== undefined) return known
  const horizon = countDays(team, timeZone, { now, today, workingDays })
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(name, horizon)
  return horizon
}

interface Asked {
  readonly now: number
  readonly today: number
  readonly workingDays: number
}

function countDays(team: Timetable, timeZone: string, { now, today, workingDays }: Asked): number {
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
