import { sql } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { isUnavailable, refusalOf } from '../../db/errors.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { type FieldError, Problem } from '../../lib/problem.ts'
import { AlreadyExists, IdempotencyKeyReused, ValidationFailed } from '../../lib/problems.ts'
import { organisation } from '../../tables/organisation.ts'
import { replayRival } from '../idempotency.ts'
import { type Key, keyOf } from '../idempotency-key.ts'
import { everywhereIn, type PartSaid } from './everywhere-in.ts'
import { looksAt } from './looks-at.ts'
import { nameTaken, referencesTaken } from './name-taken.ts'
import { namesAt } from './names-at.ts'
import { unknownNames } from './unknown-names.ts'

const setting = selecting(pick(organisation, 'o', 'country', 'currency'))<object>(sql`from ${organisation} o`)

/**
 * A refusal with all that there is to say. One stops at the first fault that it meets, in the contract or behind it; what
 * else in the request means nothing, a telephone number, a name behind which there is nothing, a moment that cannot be, is
 * added here, so that nobody has to send it three times to learn of three mistakes. Of a name that is taken it says
 * which, and where to find who has it.
 */
export async function completeFaults(
  refusal: Problem,
  request: FastifyRequest,
  db: Database,
  now: Temporal.Instant,
): Promise<Problem> {
  const problem = refusal.kind === AlreadyExists ? await nameTaken(refusal, request, db) : refusal
  if (!isAboutContent(problem)) return problem
  const { errors = [] } = problem.members
  const found = await faultsIn(request, db, now).catch((error: unknown) => {
    // Refused all the same when the database is away.
    if (!isUnavailable(error)) request.log.error(refusalOf(error) ?? { err: error }, 'this should not happen')
    return []
  })
  const known = new Set(errors.map(({ pointer }) => pointer))
  const more = found.filter(isNew(known))
  if (more.length === 0) return problem
  return problem.with(more)
}

/**
 * What a request hears that is refused before its operation begins: all that is wrong with it, unless its key belongs to another
 * request, which is told first. What is not well formed is never kept under a key, so there is nothing to replay.
 */
export async function wholeRefusal(
  refusal: Problem,
  request: FastifyRequest,
  db: Database,
  now: Temporal.Instant,
): Promise<Problem> {
  const key = refusal.kind === ValidationFailed ? keyIfRead(request) : undefined
  const told = key && (await replayRival(db, key, now).catch((error: unknown) => error))
  return told instanceof Problem ? told : await completeFaults(refusal, request, db, now)
}

/** The key of a request of which it may be that nobody knows whose it is, or what its body says. */
function keyIfRead(request: FastifyRequest): Key | undefined {
  try {
    return keyOf(request)
  } catch {
    return undefined
  }
}

/** Whether what is refused is what the request says, and not its key. */
const isAboutContent = ({ kind }: Problem): boolean =>
  kind === AlreadyExists || kind.status === 400 || (kind.status === 422 && kind !== IdempotencyKeyReused)

/** What is wrong with what a request means, in the order of its parts. */
async function faultsIn(
  request: FastifyRequest,
  db: Database,
  now: Temporal.Instant,
): Promise<readonly FieldError[]> {
  const places = placesOf(request)
  const looks = looksAt(places)
  const [around, unknown, taken] = await Promise.all([
    looks.length > 0 ? db.row(setting, {}) : undefined,
    unknownNames(namesAt(places), request, db),
    referencesTaken(request, db),
  ])
  const meant = around ? looks.flatMap((look) => look({ ...around, now: now.epochMilliseconds })) : []
  return [...meant, ...unknown, ...taken.map(({ pointer }) => ({ pointer, message: 'is taken' }))]
}

/** Every place of what came in, of the parts of which the contract is known. */
const placesOf = ({ routeOptions: { schema }, body, query }: FastifyRequest): readonly PartSaid[] =>
  [
    { contract: schema?.body, value: body },
    { contract: schema?.querystring, value: query },
  ].flatMap(({ contract, value }) => (contract instanceof z.ZodType ? everywhereIn(contract, value) : []))

const isNew =
  (known: Set<string>) =>
  ({ pointer }: FieldError): boolean =>
    !known.has(pointer) && Boolean(known.add(pointer))
