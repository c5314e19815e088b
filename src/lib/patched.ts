import { isDeepStrictEqual } from 'node:util'

/** Without what was left out: a key without a value is no key. */
export function present<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Record<string, unknown> = {}
  for (const key of Object.keys(given)) {
    const value = given[key as keyof T]
    if (value !== undefined) kept[key] = value
  }
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> }
}

/** What was, with what is given in its place: `undefined` leaves, `null` clears. */
export const patched = <T extends object>(
  was: T,
  change: { readonly [K in keyof T]?: T[K] | undefined },
): T => ({ ...was, ...present(change) })

/** The fields that are different from what they were: what is the same already is no change. */
export const differing = <T extends object>(
  was: T,
  next: { readonly [K in keyof T]?: T[K] | undefined },
): (keyof T & string)[] =>
  (Object.keys(next) as (keyof T & string)[]).filter(
    (field) => next[field] !== undefined && !isDeepStrictEqual(next[field], was[field]),
  )
