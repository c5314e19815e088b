import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/**
 * In what is made or done, null in a field that may be left out says that it is left out: many a client sends every field that
 * it knows. Where null means something the contract takes it, and in a PATCH it always does (RFC 7396).
 */
export function leaveNullsOut(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const contract = request.routeOptions.schema?.body
    if (request.method === 'PATCH' || !(contract instanceof z.ZodType)) return
    // Most bodies have none, and are not walked through.
    if (request.rawBody?.includes('null') !== true) return
    request.body = withoutNulls(contract, request.body)
  })
}

/** What fits the contract when each null is taken out that the contract does not take, where it takes nothing instead. */
function withoutNulls(contract: z.core.$ZodType, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (
    contract instanceof z.ZodOptional ||
    contract instanceof z.ZodNullable ||
    contract instanceof z.ZodDefault
  )
    return withoutNulls(contract.unwrap(), value)
  if (contract instanceof z.ZodUnion)
    return contract.options.reduce((left: unknown, option) => withoutNulls(option, left), value)
  if (contract instanceof z.ZodArray)
    return Array.isArray(value) ? value.map((item) => withoutNulls(contract.element, item)) : value
  if (!(contract instanceof z.ZodObject) || Array.isArray(value)) return value
  const kept = Object.entries(value).flatMap(([name, given]): [string, unknown][] => {
    const part = Object.hasOwn(contract.shape, name) ? contract.shape[name] : undefined
    if (!part) return [[name, given]]
    return given === null && isLeftOutByNull(part) ? [] : [[name, withoutNulls(part, given)]]
  })
  return Object.fromEntries(kept)
}

const isLeftOutByNull = (part: z.core.$ZodType): boolean =>
  !z.safeParse(part, null).success && z.safeParse(part, undefined).success
