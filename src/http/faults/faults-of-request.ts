import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FieldError } from '../../lib/problem.ts'
import { tellFaults } from './tell-faults.ts'

/** The parts of a request that contracts check, in the order in which the framework does. */
const parts = ['params', 'body', 'querystring'] as const
type Part = (typeof parts)[number]

/**
 * All that is wrong with the form of a request. The framework stops at the first part that does not fit, so what comes
 * behind it is looked at here: who calls learns all of it at once.
 */
export function faultsOfRequest(
  request: FastifyRequest,
  stoppedAt: string | undefined,
): readonly FieldError[] {
  const { schema } = request.routeOptions
  const names: readonly (string | undefined)[] = parts
  return parts.slice(Math.max(names.indexOf(stoppedAt), 0)).flatMap((part) => {
    const contract = schema?.[part]
    if (!(contract instanceof z.ZodType)) return []
    const { error } = contract.safeParse(partOf(request, part))
    return error ? tellFaults(error.issues, part === 'querystring' ? namedIn(contract) : undefined) : []
  })
}

const partOf = (request: FastifyRequest, part: Part): unknown =>
  part === 'querystring' ? request.query : request[part]

/** The parameters that a query may have. */
const namedIn = (contract: z.ZodType): readonly string[] =>
  contract instanceof z.ZodObject ? Object.keys(contract.shape) : []
