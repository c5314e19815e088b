import { type Money, toMinor, toMoney } from '../../lib/money.ts'
import { ValidationFailed } from '../../lib/problems.ts'

/** What `organisation_ceilings_are_finite` allows at most. */
const highest = 100_000_000_000

/** A ceiling in minor units: finite and above zero. Throws `validation-failed`, naming the field at `pointer`. */
export function ceilingOf(given: Money, currency: string, pointer: string): number {
  const minor = toMinor(given, currency, pointer)
  if (minor === 0) throw ValidationFailed.at(`${pointer}/amount`, 'must be more than zero')
  if (minor > highest) {
    throw ValidationFailed.at(`${pointer}/amount`, `must be at most ${toMoney(highest, currency).amount}`)
  }
  return minor
}
