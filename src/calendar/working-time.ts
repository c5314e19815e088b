import type { Span, Timetable } from './span.ts'

/** How far the first look goes, and the longest: the next day has most answers, and each look is twice as long as the one before. */
const shortest = 86_400_000
const longest = 8 * shortest

/** The first open moment from `from` on, before `limit`; undefined when there is none. */
export function firstOpenMoment(timetable: Timetable, { from, until: limit }: Span): number | undefined {
  for (const span of spansOf(timetable, { from, until: limit })) return span.from
  return undefined
}

/**
 * The moment at which `amount` milliseconds of open time have passed since `from`: the end of an opening rather than
 * the beginning of the next. Undefined when there is less than that before `limit`.
 */
export function afterWorkingTime(
  timetable: Timetable,
  { from, until: limit }: Span,
  amount: number,
): number | undefined {
  let left = amount
  for (const span of spansOf(timetable, { from, until: limit })) {
    const length = span.until - span.from
    if (left <= length) return span.from + left
    left -= length
  }
  return undefined
}

/** Every open span within a stretch of time, in order, read a few days at a time. */
export function* spansOf(timetable: Timetable, { from, until }: Span): Generator<Span> {
  let held: Span | undefined
  let stride = shortest
  for (let begin = from; begin < until; begin += stride, stride = Math.min(2 * stride, longest)) {
    for (const span of timetable({ from: begin, until: Math.min(begin + stride, until) })) {
      // What one look ends with may go on in the next.
      if (held && held.until === span.from) held = { from: held.from, until: span.until }
      else {
        if (held) yield held
        held = span
      }
    }
  }
  if (held) yield held
}
