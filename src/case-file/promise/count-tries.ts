import { calendarsOf, type TeamHours } from '../../calendar/calendars.ts'
import type { Timetable } from '../../calendar/span.ts'
import { afterWorkingTime, firstOpenMoment } from '../../calendar/working-time.ts'
import { millisecondsOf } from '../../lib/duration.ts'

/** Something done to reach the customer in vain, or a message to them, since the promise was made. */
export interface Try {
  readonly outcome: string
  /** In wire form. */
  readonly at: string
}

/** The tries that count. */
export interface Counted {
  readonly attempts: number
  /** The days on which they were, as `YYYY-MM-DD` in the team's time zone, in order. */
  readonly days: readonly string[]
}

const everyHour = { workingHours: null, timeZone: null, absences: [], standIns: [] }
const always = { preferredWindows: null, timeZone: null }

/**
 * Counts the tries that the agreement asks for before a customer is unreachable (law 8): those on working days of the team,
 * each at least the pause of its working time after the one that counted before it. A message is none. `pause` is an
 * ISO 8601 duration.
 */
export function countTries(tries: readonly Try[], team: TeamHours, pause: string): Counted {
  const [, , { timetable }] = calendarsOf(team, everyHour, always)
  const apart = millisecondsOf(pause)
  const days = new Set<string>()
  let attempts = 0
  let last: number | undefined
  for (const { at } of tries.filter(isTry).toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    const moment = Temporal.Instant.from(at)
    const day = moment.toZonedDateTimeISO(team.timeZone).toPlainDate()
    const { epochMilliseconds } = moment
    if (!opensOn(timetable, day, team.timeZone)) continue
    if (last !== undefined && !havePassed(timetable, last, epochMilliseconds, apart)) continue
    attempts++
    days.add(day.toString())
    last = epochMilliseconds
  }
  return { attempts, days: [...days] }
}

const isTry = ({ outcome }: Try): boolean => outcome !== 'message-sent'

function opensOn(timetable: Timetable, day: Temporal.PlainDate, timeZone: string): boolean {
  const from = day.toZonedDateTime(timeZone).epochMilliseconds
  const until = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
  return firstOpenMoment(timetable, { from, until }) !== undefined
}

const havePassed = (timetable: Timetable, from: number, until: number, amount: number): boolean =>
  amount === 0 || afterWorkingTime(timetable, { from, until }, amount) !== undefined
