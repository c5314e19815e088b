import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { readCountry } from '../../facts/country.ts'
import type { FieldError, Problem } from '../../lib/problem.ts'
import { AlreadyExists, Unprocessable, ValidationFailed } from '../../lib/problems.ts'
import { meantIn } from './meant-in.ts'
import { nameTaken } from './name-taken.ts'

/**
 * A refusal with all that there is to say. One stops at the first fault that it meets, in the contract or behind it; what
 * else in the body means nothing, a telephone number above all, is added here, so that nobody has to send it three
 * times to learn of three mistakes. Of a name that is taken it says which, and where to find who has it.
 */
export async function completeFaults(
  problem: Problem,
  request: FastifyRequest,
  db: Database,
): Promise<Problem> {
  if (problem.kind === AlreadyExists) return nameTaken(problem, request, db)
  const { errors } = problem.members
  const contract = request.routeOptions.schema?.body
  if (!errors || !(contract instanceof z.ZodType)) return problem
  if (problem.kind !== ValidationFailed && problem.kind !== Unprocessable) return problem
  // Refused all the same when the database is away.
  const country = await db.row(readCountry, {}).catch(() => undefined)
  if (!country) return problem
  const known = new Set(errors.map(({ pointer }) => pointer))
  const more = meantIn(contract, request.body, country.country).filter(isNew(known))
  return more.length === 0 ? problem : problem.kind.of([...errors, ...more], problem.members)
}

const isNew =
  (known: Set<string>) =>
  ({ pointer }: FieldError): boolean =>
    !known.has(pointer) && Boolean(known.add(pointer))
