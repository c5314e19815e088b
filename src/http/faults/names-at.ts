import type { z } from 'zod'
import { type NamedThing, names } from '../../lib/meaning/names.ts'
import type { PartSaid } from './everywhere-in.ts'

/** A name in a request that has the right form. */
export interface GivenName {
  readonly of: NamedThing
  readonly value: string
  readonly pointer: string
}

/** All that a request names, wherever its contract says that something is a name. */
export const namesAt = (places: readonly PartSaid[]): readonly GivenName[] =>
  places.flatMap(({ contract, value, pointer }) => {
    const name = names.get(contract as z.ZodType)
    if (!name) return []
    const { data } = (contract as z.ZodType).safeParse(value)
    return typeof data === 'string' ? [{ of: name.of, value: data, pointer }] : []
  })
