import { faultOfCeiling } from '../../lib/meaning/amount-in.ts'
import { type Money, toMinor } from '../../lib/money.ts'
import { ValidationFailed } from '../../lib/problems.ts'

/** A ceiling in minor units: finite and above zero. Throws `validation-failed`, naming the field at `pointer`. */
export function ceilingOf(given: Money, currency: string, pointer: string): number {
  const fault = faultOfCeiling(given, currency)
  if (fault) throw ValidationFailed.at(`${pointer}/${fault.field}`, fault.message)
  return toMinor(given, currency, pointer)
}
