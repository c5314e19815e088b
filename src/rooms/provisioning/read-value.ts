import type { z } from 'zod'
import type { Problem } from '../../lib/problem.ts'
import { ValidationFailed } from '../../lib/problems.ts'

/** Reads a value by its type. Throws `validation-failed` (`invalidValue`), naming the place. */
export function readValue<T>(type: z.ZodType<T>, given: unknown, pointer: string): T {
  const result = type.safeParse(given)
  if (result.success) return result.data
  throw badValue(pointer, result.error.issues[0]?.message ?? 'is not right')
}

/** Reads yes or no; some providers send them as text. */
export function readTruth(given: unknown, pointer: string): boolean {
  if (typeof given === 'boolean') return given
  if (typeof given === 'string' && /^(true|false)$/i.test(given)) return given.toLowerCase() === 'true'
  throw badValue(pointer, 'must be true or false')
}

/** A value by itself; some providers wrap it up as one of several. */
export function unwrapped(given: unknown): unknown {
  const only = Array.isArray(given) && given.length === 1 ? given[0] : given
  return isObject(only) && 'value' in only ? only.value : only
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const badValue = (pointer: string, message: string): Problem =>
  ValidationFailed.at(pointer, message, { scimType: 'invalidValue' })
