import type { Calendar, Yielded } from './calendars.ts'
import type { Span } from './span.ts'
import { afterWorkingTime, firstOpenMoment, spansOf } from './working-time.ts'

/** The window that the agreement makes of a promise. */
export interface ComputedWindow extends Span {
  readonly yielded: Yielded
  /** Less working time is left before the horizon than was agreed, so it ends sooner. */
  readonly cutByHorizon: boolean
}

/**
 * From the first moment that suits to the one at which `within` milliseconds of such time have passed, or to the last
 * one before the `horizon`, whichever comes first: a customer who can be called for an hour a week is not promised
 * a call in two months. Where no moment suits everybody the first calendar that has one decides. A team that does not
 * open before the horizon promises in plain time, since an open case always has a promise (law 4).
 */
export function computeWindow(
  calendars: readonly Calendar[],
  now: number,
  within: number,
  horizon: number,
): ComputedWindow {
  for (const { timetable, yielded } of calendars) {
    const from = firstOpenMoment(timetable, { from: now, until: horizon })
    if (from === undefined) continue
    const range = { from, until: horizon }
    const until = afterWorkingTime(timetable, range, within)
    if (until !== undefined) return { from, until, yielded, cutByHorizon: false }
    return { from, until: lastMoment(timetable, range), yielded, cutByHorizon: true }
  }
  return { from: now, until: now + within, yielded: 'team', cutByHorizon: false }
}

function lastMoment(timetable: Calendar['timetable'], range: Span): number {
  let last = range.from
  for (const { until } of spansOf(timetable, range)) last = until
  return last
}
