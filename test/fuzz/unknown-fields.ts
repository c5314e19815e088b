import type { Schema } from '../support/document.ts'
import { type ObjectPlace, objectPlaces } from '../support/request-schemas.ts'
import { fieldNames } from './field-names.ts'

/** A place in a body, with names of fields that it does not have. */
export interface Try {
  readonly place: ObjectPlace
  readonly names: readonly string[]
}

/** So many fields in one request: each must be named, and alone it is no other than among others. */
const atOnce = 40

/** Places of one schema are checked by one contract: they share the names among them. Names that mean something stand alone. */
export function triesOf(operation: string, schema: Schema): readonly Try[] {
  const alike = Map.groupBy(objectPlaces(schema), (place) => place.schema)
  return [...alike.values()].flatMap((places) =>
    places.flatMap((place, n): Try[] => {
      const unknown = fieldNames.filter((name, m) => m % places.length === n && !place.fields.has(name))
      const alone = unknown.filter((name) => isOwnerOfCase(operation, name))
      const others = unknown.filter((name) => !isOwnerOfCase(operation, name))
      return [...alone.map((name) => [name]), ...chunksOf(others)].map((names) => ({ place, names }))
    }),
  )
}

/** Of that a case says more than that it has no such field. */
export const isOwnerOfCase = (operation: string, name: string): boolean =>
  operation === 'changeCase' && (name === 'owner' || name === 'ownerId')

const chunksOf = (names: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(names.length / atOnce) }, (_, n) =>
    names.slice(n * atOnce, (n + 1) * atOnce),
  )
