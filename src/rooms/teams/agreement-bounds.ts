import { Unprocessable } from '../../lib/problems.ts'
import type { AgreementBounds } from '../../tables/organisation.ts'
import { lengthOf } from './span-contract.ts'

/** The terms that an organisation can bind. */
interface Bindable {
  readonly callbackWithin: string
  readonly callbackHorizon: string
  readonly callbacksPerHour: number
  readonly attempts: number
  readonly attemptDays: number
}

const bindable = [
  'callbackWithin',
  'callbackHorizon',
  'callbacksPerHour',
  'attempts',
  'attemptDays',
] as const satisfies readonly (keyof Bindable & keyof AgreementBounds)[]

interface Range {
  readonly least?: number | string | undefined
  readonly most?: number | string | undefined
}

const sizeOf = (value: number | string): number => (typeof value === 'number' ? value : lengthOf(value))

/** The end of a range that a value lies beyond, if any. */
function passed({ least, most }: Range, value: number | string): 'least' | 'most' | null {
  if (most !== undefined && sizeOf(value) > sizeOf(most)) return 'most'
  if (least !== undefined && sizeOf(value) < sizeOf(least)) return 'least'
  return null
}

/**
 * Holds a change of agreements to the organisation's bounds. What a team has agreed already stays as it is, also when
 * a bound came down meanwhile, and so does a term that is given again as it was. Throws `unprocessable` with the
 * `bound` at the first field that passes one; `pointer` is where the change stands in the request.
 */
export function assertWithinBounds(
  current: Bindable,
  change: Partial<Bindable>,
  bounds: AgreementBounds,
  pointer: string,
): void {
  for (const field of bindable) {
    const range: Range | undefined = bounds[field]
    const value = change[field]
    if (range === undefined || value === undefined || sizeOf(value) === sizeOf(current[field])) continue
    const end = passed(range, value)
    if (end !== null)
      throw Unprocessable.at(
        `${pointer}/${field}`,
        `must be at ${end} ${range[end]}: the organisation does not let teams agree on ${end === 'most' ? 'more' : 'less'}`,
        { bound: range },
      )
  }
}

/** Terms to begin with, brought within the bounds; there are never more days of trying than tries. */
export function withinBounds<Terms extends Bindable>(terms: Terms, bounds: AgreementBounds): Terms {
  const brought = Object.fromEntries(
    bindable.map((field) => {
      const range: Range = bounds[field] ?? {}
      const end = passed(range, terms[field])
      return [field, end === null ? terms[field] : range[end]]
    }),
  )
  const bound: Terms = { ...terms, ...brought }
  return { ...bound, attempts: Math.max(bound.attempts, bound.attemptDays) }
}
