import { toWire } from './instant.ts'
import { Unprocessable } from './problems.ts'

const mostBehind = { hours: 7 * 24 }
const mostAhead = { minutes: 5 }

/**
 * When something happened, in wire form: `at`, or now. Throws `unprocessable` for a moment more than 7 days ago or
 * more than 5 minutes ahead of the server's clock.
 */
export function happenedAt(at: string | undefined, now: Temporal.Instant, pointer: string): string {
  if (at === undefined) return toWire(now)
  const moment = Temporal.Instant.from(at)
  if (Temporal.Instant.compare(moment, now.subtract(mostBehind)) < 0) {
    throw Unprocessable.at(pointer, 'is more than 7 days ago')
  }
  if (Temporal.Instant.compare(moment, now.add(mostAhead)) > 0)
    throw Unprocessable.at(pointer, 'is in the future')
  return toWire(moment)
}
