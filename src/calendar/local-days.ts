import type { Span } from './span.ts'
import { offsetsOf } from './zone-offsets.ts'

const dayLong = 86_400_000

/**
 * The days that a span of time touches, by the clocks of the zone, each as its number since 1970: a day that was
 * skipped is none of them.
 */
export function localDays(timeZone: string, span: Span): readonly number[] {
  return offsetsOf(timeZone, span).flatMap(({ from, until, offset }) => {
    const first = Math.floor((Math.max(from, span.from) + offset) / dayLong)
    const last = Math.floor((Math.min(until, span.until) - 1 + offset) / dayLong)
    return Array.from({ length: last - first + 1 }, (_, n) => first + n)
  })
}
