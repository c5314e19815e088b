import { toWire } from './instant.ts'
import { Unprocessable } from './problems.ts'

const mostBehind = { hours: 7 * 24 }
const mostAhead = { minutes: 5 }

/** Why something cannot have happened then: more than 7 days ago, or more than 5 minutes ahead of the server's clock. */
export function whyNotHappened(at: Temporal.Instant, now: Temporal.Instant): string | undefined {
  if (Temporal.Instant.compare(at, now.subtract(mostBehind)) < 0) return 'is more than 7 days ago'
  return Temporal.Instant.compare(at, now.add(mostAhead)) > 0 ? 'is in the future' : undefined
}

/** When something happened, in wire form: `at`, or now. Throws `unprocessable` for a moment at which it cannot have. */
export function happenedAt(at: string | undefined, now: Temporal.Instant, pointer: string): string {
  if (at === undefined) return toWire(now)
  const moment = Temporal.Instant.from(at)
  const fault = whyNotHappened(moment, now)
  if (fault !== undefined) throw Unprocessable.at(pointer, fault)
  return toWire(moment)
}
