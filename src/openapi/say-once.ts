import type { DocumentReference } from './document.ts'

/** Parts of a document that are said once, among its components, and referred to wherever they count. */
export interface SaidOnce<T> {
  /** A reference to what is said by this name. Throws when the name says something else already. */
  refer(name: string, said: T): DocumentReference
  /** All that was said, by name. */
  all(): Record<string, T>
}

/** Parts of one kind: `kind` is where they stand in `components`. */
export function sayOnce<T>(kind: 'parameters' | 'responses'): SaidOnce<T> {
  const known = new Map<string, T>()
  return {
    refer(name, said) {
      const before = known.get(name)
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(said))
        throw new Error(`two different ${kind} have the name ${name}`)
      known.set(name, said)
      return { $ref: `#/components/${kind}/${name}` }
    },
    all: () => inOrder(known),
  }
}

/** Entries as an object, in the order of their names. */
export const inOrder = <T>(entries: ReadonlyMap<string, T>): Record<string, T> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
