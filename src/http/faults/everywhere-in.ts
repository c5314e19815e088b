import { z } from 'zod'
import { pointerStep } from '../../lib/problem.ts'

/** A part of a request, with the part of the contract that it is to fit. */
export interface PartSaid {
  readonly contract: z.core.$ZodType
  readonly value: unknown
  readonly pointer: string
}

/** Every part of what fits a contract, or nearly: the whole, and all that is in it. */
export function everywhereIn(contract: z.core.$ZodType, value: unknown): readonly PartSaid[] {
  const places: PartSaid[] = []
  collect(places, { contract, value, pointer: '#' })
  return places
}

function collect(places: PartSaid[], place: PartSaid): void {
  places.push(place)
  for (const [contract, value, step] of partsOf(place)) {
    const pointer = step === undefined ? place.pointer : `${place.pointer}/${pointerStep(String(step))}`
    collect(places, { contract, value, pointer })
  }
}

type Part = readonly [contract: z.core.$ZodType, value: unknown, step?: string | number]

function partsOf({ contract, value }: PartSaid): readonly Part[] {
  if (contract instanceof z.ZodObject) {
    if (typeof value !== 'object' || value === null) return []
    const given: Readonly<Record<string, unknown>> = { ...value }
    return Object.entries(contract.shape).flatMap(([name, part]): Part[] =>
      Object.hasOwn(given, name) ? [[part, given[name], name]] : [],
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
