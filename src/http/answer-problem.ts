import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isByAnotherClock, isUnavailable, isWorthRetrying, refusalOf, whyUnavailable } from '../db/errors.ts'
import { Problem, problemByConstraint } from '../lib/problem.ts'
import {
  InternalError,
  MethodNotAllowed,
  Overloaded,
  PayloadTooLarge,
  Unauthenticated,
  UriTooLong,
  ValidationFailed,
} from '../lib/problems.ts'
import { notTaken } from './bodies/body.ts'
import { faultsOfRequest } from './faults/faults-of-request.ts'
import { scimErrorOf, scimType } from './scim.ts'
import { isScim } from './scim-path.ts'

/** A problem as it goes over the wire. */
export interface ProblemAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Whatever was thrown, as the problem that it is. Logs what is our mistake. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  const refusal = refusalOf(error)
  const kind = refusal?.constraint === undefined ? undefined : problemByConstraint(refusal.constraint)
  if (kind && refusal?.constraint !== undefined) return kind.because(kind.title).by(refusal.constraint)
  if (isUnavailable(error)) {
    request.log.warn({ code: refusal?.code }, whyUnavailable(error))
    return Overloaded.because('The database did not answer in time.')
  }
  if (isByAnotherClock(error)) {
    request.log.error(refusal, 'the clocks of the service and of the database differ')
    return Overloaded.because('The clocks of the service and of its database differ.')
  }
  // Others were quicker each time; nothing has happened.
  if (isWorthRetrying(error)) return Overloaded.because('Many change the same at this moment.')
  const known = refusal ? undefined : ofFastify(error as FastifyError, request)
  if (known) return known
  // Of an error of the database only code and constraint: its message quotes what customers said.
  request.log.error(refusal ?? { err: error }, 'this should not happen')
  return InternalError.because('The request could not be carried out.')
}

/** The problem as an answer (RFC 9457, and in SCIM as SCIM has it), with all headers that belong to its status. */
export function answerOf(problem: Problem, request: FastifyRequest): ProblemAnswer {
  const { kind, message, members } = problem
  const body = {
    type: `/problems/${kind.code}`,
    title: kind.title,
    status: kind.status,
    detail: message,
    instance: `${asUri(withoutToken(request))}#${request.id}`,
    code: kind.code,
    requestId: request.id,
    ...members,
  }
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' }
  if (kind === Unauthenticated) headers['www-authenticate'] = challengeTo(request)
  if (kind.status === 503 || kind.code === 'idempotency-key-in-use') headers['retry-after'] = '1'
  if (isScim(pathOf(request)))
    return {
      status: kind.status,
      headers: { ...headers, ...scimType },
      body: JSON.stringify(scimErrorOf(problem)),
    }
  return { status: kind.status, headers, body: JSON.stringify(body) }
}

/** What a bearer of nothing is asked for, and what one of something refused is told (RFC 6750, section 3.1). */
const challengeTo = ({ headers }: FastifyRequest): string =>
  /^bearer\b/i.test(headers.authorization ?? '') ? 'Bearer error="invalid_token"' : 'Bearer'

/** Sends the problem. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.refusal = problem
  const { status, headers, body } = answerOf(problem, request)
  return reply.code(status).headers(headers).send(body)
}

/** The path without its query: what is asked for may hold personal data. */
export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'

/** The path without a token that is part of it: the answer may be kept, and whoever reads it there could use the token. */
const withoutToken = (request: FastifyRequest): string =>
  request.routeOptions.url?.includes('/:token')
    ? pathOf(request).replace(/(?<=\/(?:zammad|surveys|tracking|s|t)\/)[^/]*/, '…')
    : pathOf(request)

/** A path as it came, with what has no place in a URI (RFC 3986) encoded. */
const asUri = (path: string): string =>
  path.replaceAll(/%(?![\da-f]{2})|[^\w\-.~!$&'()*+,;=:@/%]/gi, (strange) => encodeURIComponent(strange))

function ofFastify(error: FastifyError, request: FastifyRequest): Problem | undefined {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return ValidationFailed.of(faultsOfRequest(request, error.validationContext))
  }
  switch (error.statusCode) {
    case 405:
      return MethodNotAllowed.because('The resource does not take this method.')
    case 413:
      return PayloadTooLarge.because('The body is larger than 256 KiB.')
    case 414:
      return UriTooLong.because('A part of the address is too long.')
    case 415:
      return notTaken(request)
    case 503:
      return Overloaded.because('The service is stopping.')
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return ValidationFailed.because('The request could not be read.')
  }
  return undefined
}
