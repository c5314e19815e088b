import { randomUUID } from 'node:crypto'
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { MethodNotAllowed, NotFound } from '../lib/problems.ts'
import { pathOf, problemOf, sendProblem } from './answer-problem.ts'
import { assertClean } from './body.ts'

/** Limits of the server: lock 2 s < statement 5 s < client 6 s < request 10 s. */
export const serverOptions = (trustProxy: readonly string[]): FastifyServerOptions => ({
  bodyLimit: 256 * 1024,
  requestTimeout: 10_000,
  keepAliveTimeout: 65_000,
  maxRequestsPerSocket: 0,
  routerOptions: { maxParamLength: 128 },
  exposeHeadRoutes: false,
  requestIdHeader: false,
  genReqId: (request) => traceOf(request.headers['x-request-id']) ?? randomUUID(),
  trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
  forceCloseConnections: 'idle',
  logController: new LogController({ disableRequestLogging: true }),
  onProtoPoisoning: 'error',
  onConstructorPoisoning: 'error',
  frameworkErrors: (error, request, reply) => {
    void sendProblem(problemOf(error, request), request, reply)
  },
  clientErrorHandler: (error, socket) => {
    if (!socket.writable || (error as NodeJS.ErrnoException).code === 'ECONNRESET') return socket.destroy()
    const code = (error as NodeJS.ErrnoException).code
    const [status, title] =
      code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout']
        : code === 'HPE_HEADER_OVERFLOW'
          ? [431, 'Request Header Fields Too Large']
          : [400, 'Bad Request']
    const body = JSON.stringify({
      type: '/problems/validation-failed',
      title: 'The request is not well formed',
      status,
      detail: 'The request is not HTTP/1.1 as we read it.',
      code: 'validation-failed',
    })
    socket.end(
      `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    )
  },
})

/** Text in an address that the database could not keep, and addresses that lead nowhere. */
export function refuseStrangeRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('cache-control', 'no-store')
    reply.header('x-content-type-options', 'nosniff')
  })
  app.addHook('preValidation', async (request) => {
    if (request.url.includes('%')) {
      assertClean(request.query, '')
      assertClean(request.params, '')
    }
    // A body that was left out is an empty one, so that what is missing from it is named.
    if (request.body === undefined || request.body === null) request.body = {}
  })
  const methods = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set()
    for (const m of [method].flat()) known.add(m)
    methods.set(url, known)
  })
  app.setNotFoundHandler((request, reply) => {
    const allowed = [...methods].find(
      ([url, known]) => matches(url, pathOf(request)) && !known.has(request.method),
    )
    if (allowed) {
      reply.header('allow', [...allowed[1]].join(', '))
      throw MethodNotAllowed.because(`${request.method} is not a method of this resource.`)
    }
    throw NotFound.because('Nothing has this address.')
  })
}

const matches = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length && wanted.every((part, n) => part.startsWith(':') || part === given[n])
  )
}

/** One line a request: the pattern of its path, not the path, which may hold what customers are known by. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const line = {
      method,
      route: routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    request.log.info(line, 'answered')
  })
}

/** An id that the caller gave the request, if it is one that logs can hold. */
const traceOf = (given: unknown): string | undefined =>
  typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : undefined
