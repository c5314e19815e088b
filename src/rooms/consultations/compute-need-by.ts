import { calendarsOf, type OwnerHours, type TeamHours } from '../../calendar/calendars.ts'
import { computeWindow } from '../../calendar/compute-window.ts'
import { millisecondsOf } from '../../lib/duration.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'

/** When a colleague is there; nobody answers in their place. */
export interface ColleagueHours {
  readonly team: TeamHours
  readonly own: Omit<OwnerHours, 'standIns'>
}

/** Milliseconds: how far ahead a colleague may be there for the first time; beyond it their team's hours count. */
const horizon = 92 * 86_400_000

/**
 * The moment by which an answer is needed, in wire form: the one that is given, or the one at which so much of the
 * colleague's working time has passed. Throws `unprocessable` for a moment that has passed.
 */
export function computeNeedBy({ team, own }: ColleagueHours, given: string, now: Temporal.Instant): string {
  if (given.startsWith('P')) {
    const calendars = calendarsOf(team, { ...own, standIns: [] }, { preferredWindows: null, timeZone: null })
    const begin = now.epochMilliseconds
    const { until } = computeWindow(calendars, begin, millisecondsOf(given), begin + horizon)
    return toWire(Temporal.Instant.fromEpochMilliseconds(until))
  }
  const at = toWire(Temporal.Instant.from(given))
  if (at <= toWire(now)) throw Unprocessable.at('/needBy', 'must lie in the future')
  return at
}
