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

/** A term that passes a bound. */
export interface BeyondBound {
  readonly field: keyof Bindable
  readonly message: string
  readonly bound: Range
}

/**
 * Where a change of agreements passes the organisation's bounds. What a team has agreed already stays as it is, also
 * when a bound came down meanwhile, and so does a term that is given again as it was.
 */
export const beyondBounds = (
  current: Bindable,
  change: Partial<Bindable>,
  bounds: AgreementBounds,
): readonly BeyondBound[] =>
  bindable.flatMap((field) => {
    const bound: Range | undefined = bounds[field]
    const value = change[field]
    if (bound === undefined || value === undefined || sizeOf(value) === sizeOf(current[field])) return []
    const end = passed(bound, value)
    if (end === null) return []
    const which = end === 'most' ? 'more' : 'less'
    const message = `must be at ${end} ${bound[end]}: the organisation does not let teams agree on ${which}`
    return [{ field, message, bound }]
  })

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
