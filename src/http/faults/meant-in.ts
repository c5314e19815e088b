import { z } from 'zod'
import { meanings } from '../../lib/meanings.ts'
import { type FieldError, pointerStep } from '../../lib/problem.ts'

/** What is wrong with the meaning of what fits a contract, or nearly: wherever the contract says how to look at it. */
export function meantIn(
  contract: z.core.$ZodType,
  value: unknown,
  country: string,
  pointer = '#',
): readonly FieldError[] {
  const here = (meanings.get(contract as z.ZodType)?.look(value, country) ?? []).map(({ way, message }) => ({
    pointer: pointer + way,
    message,
  }))
  return [
    ...here,
    ...partsOf(contract, value).flatMap(([part, within, step]) =>
      meantIn(
        part,
        within,
        country,
        step === undefined ? pointer : `${pointer}/${pointerStep(String(step))}`,
      ),
    ),
  ]
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
