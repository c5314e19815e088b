import { type Interval, type WeeklyHours, weekdays } from '../lib/hours.ts'
import { remembering } from '../lib/remembering.ts'
import { joined, type Span, type Timetable } from './span.ts'
import { offsetsOf } from './zone-offsets.ts'

const dayLong = 86_400_000
/** A promise looks at a few of the days before its horizon. */
const mostDays = 400
/** 1 January 1970 was a Thursday, the fourth day of a week that begins on Monday. */
const firstWeekday = 3

/**
 * Open by the hours of a week in local time, on days (`YYYY-MM-DD`) that are not `isClosed`, and on each day in its
 * `openings` besides, closed or not. A moment is open when
 * the clock on the wall says so: a change of the clocks shortens or lengthens an opening that it falls into.
 */
export function weeklyTimetable(
  hours: WeeklyHours,
  zone: string,
  isClosed: (date: string) => boolean = () => false,
  openings: ReadonlyMap<string, readonly Interval[]> = new Map(),
): Timetable {
  const week = weekdays.map((day) => (hours[day] ?? []).map(onTheClock))
  const besides = new Map([...openings].map(([date, intervals]) => [date, intervals.map(onTheClock)]))
  const intervalsOn = remembering(
    (day: number): readonly Span[] => {
      const usual = week[(day + firstWeekday) % 7] ?? []
      if (usual.length === 0 && besides.size === 0) return usual
      const date = dateOf(day)
      const kept = usual.length === 0 || isClosed(date) ? [] : usual
      const more = besides.get(date)
      return more ? joined([...kept, ...more]) : kept
    },
    (day) => day,
    mostDays,
  )
  return (within) => {
    const spans: Span[] = []
    for (const { from, until, offset } of offsetsOf(zone, within)) {
      const begin = Math.max(from, within.from)
      const end = Math.min(until, within.until)
      const lastDay = Math.floor((end + offset - 1) / dayLong)
      for (let day = Math.floor((begin + offset) / dayLong); day <= lastDay; day++) {
        for (const opening of intervalsOn(day)) {
          const span = {
            from: Math.max(day * dayLong + opening.from - offset, begin),
            until: Math.min(day * dayLong + opening.until - offset, end),
          }
          if (span.from < span.until) append(spans, span)
        }
      }
    }
    return spans
  }
}

/** Adds a span at the end; where it begins as the last one ends, that one grows. */
function append(spans: Span[], span: Span): void {
  const last = spans.at(-1)
  if (last && last.until === span.from) spans[spans.length - 1] = { from: last.from, until: span.until }
  else spans.push(span)
}

const dateOf = (day: number): string => new Date(day * dayLong).toISOString().slice(0, 10)

/** An interval in milliseconds since midnight. */
const onTheClock = ({ from, until }: Interval): Span => ({ from: clock(from), until: clock(until) })

/** `HH:MM` in milliseconds since midnight. */
function clock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}
