import { toWire } from '../../lib/instant.ts'
import { ValidationFailed } from '../../lib/problems.ts'

/** The moments of a period: `from` counts, `until` no longer does. */
interface Period {
  readonly from: string
  readonly until: string
}

/**
 * The period that was asked for, by days of the organisation or by moments; left out, the 90 days before now. Throws
 * `validation-failed` for one that ends before it begins.
 */
export function askedPeriod(
  asked: { readonly from?: string | undefined; readonly until?: string | undefined },
  timeZone: string,
  now: Temporal.Instant,
): Period {
  const until = asked.until === undefined ? now : endOf(asked.until, timeZone)
  const from =
    asked.from === undefined ? until.subtract({ hours: 24 * 90 }) : beginningOf(asked.from, timeZone)
  if (Temporal.Instant.compare(from, until) >= 0)
    throw ValidationFailed.at('/until', 'must be later than from')
  return { from: toWire(from), until: toWire(until) }
}

const isDay = (given: string): boolean => given.length === 10

const beginningOf = (given: string, timeZone: string): Temporal.Instant =>
  isDay(given)
    ? Temporal.PlainDate.from(given).toZonedDateTime(timeZone).toInstant()
    : Temporal.Instant.from(given)

const endOf = (given: string, timeZone: string): Temporal.Instant =>
  isDay(given)
    ? Temporal.PlainDate.from(given).add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
    : Temporal.Instant.from(given)
