import type { Span } from './span.ts'

/** A stretch of time in which the clocks of a zone stay the same: local time is UTC plus `offset` milliseconds. */
export interface OffsetSpan extends Span {
  readonly offset: number
}

const known = new Map<string, OffsetSpan[]>()

/**
 * The offsets of a time zone within a stretch of time. Between two changes of the clock local time runs evenly, so
 * whatever is said in local time is exact here: an hour that comes twice is there twice, and one that is skipped,
 * or a whole day (Apia, 2011-12-30), is not there.
 */
export function offsetsOf(zone: string, { from, until }: Span): readonly OffsetSpan[] {
  let spans = known.get(zone)
  const first = spans?.[0]
  if (!spans || !first || from < first.from) {
    spans = [spanAt(zone, from)]
    known.set(zone, spans)
  }
  for (let last = spans.at(-1); last && last.until < until; last = spans.at(-1)) {
    spans.push(spanAt(zone, last.until))
  }
  return spans.filter((span) => span.from < until && span.until > from)
}

/** The last moment that a date can have. */
const never = 8.64e15

function spanAt(zone: string, moment: number): OffsetSpan {
  const there = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
  const before = there.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const after = there.getTimeZoneTransition('next')
  return {
    from: before?.epochMilliseconds ?? 0,
    until: after?.epochMilliseconds ?? never,
    offset: there.offsetNanoseconds / 1e6,
  }
}
