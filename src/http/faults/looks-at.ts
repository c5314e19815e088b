import type { z } from 'zod'
import { meanings, type Setting } from '../../lib/meanings.ts'
import type { FieldError } from '../../lib/problem.ts'
import type { PartSaid } from './everywhere-in.ts'

/** Looks at the meaning of what fits a contract, or nearly: a look for each place of which the contract says how. */
export const looksAt = (
  places: readonly PartSaid[],
): readonly ((setting: Setting) => readonly FieldError[])[] =>
  places.flatMap(({ contract, value, pointer }) => {
    const meaning = meanings.get(contract as z.ZodType)
    if (!meaning) return []
    return [
      (setting: Setting) =>
        meaning.look(value, setting).map(({ way, message }) => ({ pointer: pointer + way, message })),
    ]
  })
