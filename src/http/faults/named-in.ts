import type { z } from 'zod'
import { type NamedThing, names } from '../../lib/meaning/names.ts'
import { everywhereIn } from './everywhere-in.ts'

/** A name in a request that has the right form. */
export interface GivenName {
  readonly of: NamedThing
  readonly value: string
  readonly pointer: string
}

/** All that a request names, wherever its contract says that something is a name. */
export function namedIn(contract: z.core.$ZodType, value: unknown): readonly GivenName[] {
  return everywhereIn(contract, value).flatMap((place) => {
    const name = names.get(place.contract as z.ZodType)
    if (!name) return []
    const { data } = (place.contract as z.ZodType).safeParse(place.value)
    return typeof data === 'string' ? [{ of: name.of, value: data, pointer: place.pointer }] : []
  })
}
