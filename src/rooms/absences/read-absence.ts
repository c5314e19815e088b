import { toWire } from '../../lib/instant.ts'
import { Unprocessable, ValidationFailed } from '../../lib/problems.ts'
import type { NewAbsence } from './contract.ts'
import type { Stretch } from './plan.ts'

/**
 * When somebody is away, in wire form: moments as given, or whole days of the employee's time zone. What has begun begins
 * now, since nobody stood in before. Throws `validation-failed` and `unprocessable`, which name the field.
 */
export function readAbsence(
  { from, until, fromDate, untilDate }: NewAbsence,
  now: Temporal.Instant,
  timeZone: string,
): Stretch {
  const moment = (day: string, later = 0): string =>
    toWire(Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(timeZone).toInstant())
  const wire = (at: string): string => toWire(Temporal.Instant.from(at))
  const present = toWire(now)
  const begin = from !== undefined ? wire(from) : fromDate !== undefined ? moment(fromDate) : present
  const end = until !== undefined ? wire(until) : untilDate !== undefined ? moment(untilDate, 1) : begin
  const field = until !== undefined ? '/until' : '/untilDate'
  if (end <= begin) throw ValidationFailed.at(field, 'must be later than where it begins')
  if (end <= present) throw Unprocessable.at(field, 'must lie in the future')
  return { from: begin > present ? begin : present, until: end }
}
