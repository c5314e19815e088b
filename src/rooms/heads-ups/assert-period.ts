import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'

/** The period as it is kept. Throws `unprocessable` for one that ends before it begins. */
export function assertPeriod(from: Temporal.Instant, until: Temporal.Instant) {
  const period = { from: toWire(from), until: toWire(until) }
  if (period.until <= period.from) throw Unprocessable.at('/until', 'must be later than from')
  return period
}
