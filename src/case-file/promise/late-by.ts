/**
 * How far past its window a callback was at a moment, as an ISO 8601 duration in whole seconds; null while it was in
 * time. Both moments are in wire form, which compares as text.
 */
export function lateBy(until: string, at: string): string | null {
  if (at <= until) return null
  const late = Temporal.Instant.from(until).until(Temporal.Instant.from(at), {
    largestUnit: 'hours',
    smallestUnit: 'seconds',
    roundingMode: 'ceil',
  })
  return late.toString()
}
