import type { FastifyRequest } from 'fastify'

/**
 * Whether nothing may be kept that says who asked: neither an answer under their key, nor a line of the log that names
 * them. What is said wrongly counts as well: whoever means to stay unknown does so in a request that is refused.
 */
export function isAnonymous(request: FastifyRequest): boolean {
  const { access } = request.routeOptions.config
  if (isAlwaysAnonymous(request)) return request.caller?.employee !== null
  if (access === undefined || access === 'token' || access.mayBeAnonymous !== true) return false
  const { body } = request
  return typeof body === 'object' && body !== null && 'anonymous' in body && body.anonymous !== false
}

/** Whether nothing of what is said here may be kept beside who said it. */
export function isAlwaysAnonymous({ routeOptions }: FastifyRequest): boolean {
  const { access } = routeOptions.config
  return access !== undefined && access !== 'token' && access.mayBeAnonymous === 'always'
}
