import type { FastifyRequest } from 'fastify'

/**
 * Whether nothing may be kept that says who asked: neither an answer under their key, nor a line of the log that names
 * them. What is said wrongly counts as well: whoever means to stay unknown does so in a request that is refused.
 */
export function isAnonymous({ routeOptions, body }: FastifyRequest): boolean {
  const { access } = routeOptions.config
  if (access === undefined || access === 'token' || access.mayBeAnonymous !== true) return false
  return typeof body === 'object' && body !== null && 'anonymous' in body && body.anonymous !== false
}
