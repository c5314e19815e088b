import { calendarsOf } from '../../calendar/calendars.ts'
import type { Timetable } from '../../calendar/span.ts'
import { afterWorkingTime, firstOpenMoment } from '../../calendar/working-time.ts'
import { millisecondsOf } from '../../lib/duration.ts'
import { toWire } from '../../lib/instant.ts'
import type { Counted } from './count-tries.ts'
import type { PromiseFacts } from './promise-facts.ts'

/** What the team asks for before a customer counts as unreachable. */
interface Needed {
  readonly attemptsNeeded: number
  readonly attemptDaysNeeded: number
}

/** How far ahead a next try is looked for; who is away for longer is taken for there. */
const farthest = 60 * 86_400_000

/**
 * When to try again: after the pause of working time that the team has agreed on, in hours in which the team is
 * open and whoever will call works: the owner, or within an absence the stand-in. On another working day where the tries that are left are no more than the days that are
 * still needed. `tried` counts the try at `at` (wire form) as well. In wire form; not before now.
 */
export function planNextTry(
  facts: PromiseFacts,
  { attemptsNeeded, attemptDaysNeeded }: Needed,
  { attempts, days }: Counted,
  at: string,
  now: Temporal.Instant,
): string {
  const moment = Temporal.Instant.from(at)
  const daysLeft = attemptDaysNeeded - days.length
  const onAnotherDay = daysLeft > 0 && attemptsNeeded - attempts <= daysLeft
  const earliest = Math.max(
    now.epochMilliseconds,
    onAnotherDay ? startOfDayAfter(days.toSorted().at(-1), moment, facts.team.timeZone) : 0,
  )
  const pause = millisecondsOf(facts.attemptPause)
  const [, present, open] = calendarsOf(facts.team, facts.owner, facts.customer)
  const next =
    firstTry(present.timetable, moment.epochMilliseconds, pause, earliest) ??
    firstTry(open.timetable, moment.epochMilliseconds, pause, earliest) ??
    Math.max(moment.epochMilliseconds + pause, earliest)
  return toWire(Temporal.Instant.fromEpochMilliseconds(next))
}

function firstTry(timetable: Timetable, from: number, pause: number, earliest: number): number | undefined {
  const paused = afterWorkingTime(timetable, { from, until: from + farthest }, pause)
  if (paused === undefined) return undefined
  const begin = Math.max(paused, earliest)
  return firstOpenMoment(timetable, { from: begin, until: begin + farthest })
}

const startOfDayAfter = (lastDay: string | undefined, moment: Temporal.Instant, timeZone: string): number => {
  const day =
    lastDay === undefined
      ? moment.toZonedDateTimeISO(timeZone).toPlainDate()
      : Temporal.PlainDate.from(lastDay)
  return day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
}
