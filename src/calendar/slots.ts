import type { Span, Timetable } from './span.ts'
import { spansOf } from './working-time.ts'
import { offsetsOf } from './zone-offsets.ts'

/** A window that may be promised; it books the clock hour in which it begins. */
export interface Slot extends Span {
  /** When that hour begins, in milliseconds since 1970. */
  readonly hour: number
}

const hourLong = 3_600_000
/** The shortest window that can be promised. */
const shortestWindow = 15 * 60_000

/** When the clock hour begins in which a moment lies: by the clocks of the zone, which may be half an hour off. */
export function hourOf(timeZone: string, moment: number): number {
  const offset = offsetsOf(timeZone, { from: moment, until: moment + 1 })[0]?.offset ?? 0
  return Math.floor((moment + offset) / hourLong) * hourLong - offset
}

/** Whether the window lies in one opening, from its beginning to its end. */
export function isOpenThroughout(timetable: Timetable, window: Span): boolean {
  const [only, ...more] = timetable(window)
  return more.length === 0 && only?.from === window.from && only.until === window.until
}

/**
 * One window for each clock hour in which the timetable is open, and one more where somebody else calls from a moment
 * within the hour on (`handovers`): `length` milliseconds long where the opening lasts, and shorter where it ends
 * before, but not below the shortest that can be promised.
 */
export function* slotsOf(
  timetable: Timetable,
  within: Span,
  timeZone: string,
  length: number,
  handovers: readonly number[] = [],
): Generator<Slot> {
  for (const span of spansOf(timetable, within)) {
    let from = span.from
    while (from < span.until) {
      const hour = hourOf(timeZone, from)
      const until = Math.min(from + length, span.until)
      if (until - from >= shortestWindow) yield { from, until, hour }
      const begun = from
      from = Math.min(nextHour(timeZone, from), ...handovers.filter((moment) => moment > begun))
    }
  }
}

/** When the clock next strikes: after a change of the clocks within the hour, that may be sooner or later. */
function nextHour(timeZone: string, from: number): number {
  const { until: change = Number.POSITIVE_INFINITY } = offsetsOf(timeZone, { from, until: from + 1 })[0] ?? {}
  return Math.min(hourOf(timeZone, from) + hourLong, change)
}
