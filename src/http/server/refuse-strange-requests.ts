import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { MethodNotAllowed, NotFound, ValidationFailed } from '../../lib/problems.ts'
import { pathOf } from '../answer-problem.ts'
import { assertClean } from '../bodies/body.ts'
import { acceptedPatches } from '../bodies/media-types.ts'

const noParameters = z.strictObject({})

/** Text in an address that the database could not keep, and addresses that lead nowhere. */
export function refuseStrangeRequests(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (request.url.includes('%')) {
      assertClean(request.query, '')
      assertClean(request.params, '')
    }
    if (request.body === null && request.routeOptions.schema?.body)
      throw ValidationFailed.at('', 'must be an object, and not null')
    // A body that was left out is an empty one, so that what is missing from it is named.
    if (request.body === undefined || request.body === null) request.body = {}
  })
  // What takes no parameters refuses them as what takes some refuses others.
  app.addHook('onRoute', ({ schema }) => {
    if (schema?.operationId !== undefined) schema.querystring ??= noParameters
  })
  const methods = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set()
    for (const m of [method].flat()) known.add(m)
    methods.set(url, known)
  })
  app.addHook('onRequest', async ({ routeOptions: { url } }, reply) => {
    if (url !== undefined && methods.get(url)?.has('PATCH'))
      reply.header('accept-patch', acceptedPatches(url))
  })
  const refuseAddress = (request: FastifyRequest, reply: FastifyReply): never => {
    const allowed = [...methods].find(
      ([url, known]) => matches(url, pathOf(request)) && !known.has(request.method),
    )
    if (allowed) {
      reply.header('allow', [...allowed[1]].join(', '))
      throw MethodNotAllowed.because(`${request.method} is not a method of this resource.`)
    }
    throw NotFound.because('Nothing has this address.')
  }
  // Before the body is read: what is wrong with it is of no use to a caller who came to the wrong place.
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) refuseAddress(request, reply)
  })
  app.setNotFoundHandler(refuseAddress)
}

const matches = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length && wanted.every((part, n) => part.startsWith(':') || part === given[n])
  )
}
