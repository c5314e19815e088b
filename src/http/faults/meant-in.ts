import type { z } from 'zod'
import { meanings, type Setting } from '../../lib/meanings.ts'
import type { FieldError } from '../../lib/problem.ts'
import { everywhereIn } from './everywhere-in.ts'

/** What is wrong with the meaning of what fits a contract, or nearly: wherever the contract says how to look at it. */
export const meantIn = (contract: z.core.$ZodType, given: unknown, setting: Setting): readonly FieldError[] =>
  everywhereIn(contract, given).flatMap((place) =>
    (meanings.get(place.contract as z.ZodType)?.look(place.value, setting) ?? []).map(({ way, message }) => ({
      pointer: place.pointer + way,
      message,
    })),
  )
