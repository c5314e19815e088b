import { z } from 'zod'
import { pointerStep } from '../../lib/problem.ts'

/** A part of a request, with the part of the contract that it is to fit. */
interface Place {
  readonly contract: z.core.$ZodType
  readonly value: unknown
  readonly pointer: string
}

/** Every part of what fits a contract, or nearly: the whole, and all that is in it. */
export function everywhereIn(contract: z.core.$ZodType, value: unknown, pointer = '#'): readonly Place[] {
  const within = partsOf(contract, value).flatMap(([part, inner, step]) =>
    everywhereIn(part, inner, step === undefined ? pointer : `${pointer}/${pointerStep(String(step))}`),
  )
  return [{ contract, value, pointer }, ...within]
}

type Part = readonly [contract: z.core.$ZodType, value: unknown, step?: string | number]

function partsOf(contract: z.core.$ZodType, value: unknown): readonly Part[] {
  if (contract instanceof z.ZodObject) {
    if (typeof value !== 'object' || value === null) return []
    const given = new Map(Object.entries(value))
    return Object.entries(contract.shape).flatMap(([name, part]) =>
      given.has(name) ? [[part, given.get(name), name] as const] : [],
    )
  }
  if (contract instanceof z.ZodArray)
    return Array.isArray(value) ? value.map((item, n): Part => [contract.element, item, n]) : []
  if (contract instanceof z.ZodUnion) return contract.options.map((option): Part => [option, value])
  if (
    contract instanceof z.ZodOptional ||
    contract instanceof z.ZodNullable ||
    contract instanceof z.ZodDefault
  )
    return [[contract.unwrap(), value]]
  return []
}
