import { randomUUID } from 'node:crypto'
import { type Server, STATUS_CODES } from 'node:http'
import {
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { MethodNotAllowed, NotFound, ValidationFailed } from '../lib/problems.ts'
import { pathOf, problemOf, sendProblem } from './answer-problem.ts'
import { assertClean } from './body.ts'

/** Limits of the server: lock 2 s < statement 5 s < client 6 s < request 10 s. */
export const serverOptions = (trustProxy: readonly string[]): FastifyHttpOptions<Server> => ({
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
  // Whether there is one Host is ours to see, so that it is answered with a problem.
  http: { requireHostHeader: false },
  frameworkErrors: (error, request, reply) => {
    markAnswer(request, reply)
    void sendProblem(problemOf(error, request), request, reply)
  },
  clientErrorHandler: (error, socket) => {
    const code = (error as NodeJS.ErrnoException).code
    if (!socket.writable || code === 'ECONNRESET') return socket.destroy()
    const status = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
    socket.end(rawAnswer(status))
  },
})

/** The answer to what no handler of ours can see: it is not HTTP/1.1, or not the part of it that we serve. */
function notAsWeRead(status: number) {
  const body = JSON.stringify({
    type: '/problems/validation-failed',
    title: 'The request is not well formed',
    status,
    detail: 'The request is not HTTP/1.1 as we read it.',
    code: 'validation-failed',
  })
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  }
  return { headers, body }
}

/** What Node would answer without a word: an expectation that is not `100-continue`, and a tunnel. */
function answerWhatNodeWould({ server }: FastifyInstance): void {
  server.on('checkExpectation', (_request, response) => {
    const { headers, body } = notAsWeRead(417)
    response.writeHead(417, headers).end(body)
  })
  server.on('connect', (_request, socket) => socket.end(rawAnswer(405)))
}

/** The answer in bytes, where there is nothing but a socket. */
function rawAnswer(status: number): string {
  const { headers, body } = notAsWeRead(status)
  const lines = Object.entries({ ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`
}

const markAnswer = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.header('x-request-id', request.id)
  reply.header('cache-control', 'no-store')
  reply.header('x-content-type-options', 'nosniff')
}

/** Headers that say who asks, and whom: with two of one, every reader could believe another. */
const onlyOnce = ['host', 'authorization', 'on-behalf-of', 'idempotency-key', 'if-match']

function assertHeadersOnce({ raw, headers }: FastifyRequest): void {
  if (headers.host === undefined) throw ValidationFailed.because('Send a Host header.')
  const names = raw.rawHeaders.filter((_, n) => n % 2 === 0).map((name) => name.toLowerCase())
  for (const name of onlyOnce) {
    if (names.indexOf(name) !== names.lastIndexOf(name))
      throw ValidationFailed.because(`The header ${name} is there twice.`)
  }
}

/** Text in an address that the database could not keep, and addresses that lead nowhere. */
export function refuseStrangeRequests(app: FastifyInstance): void {
  answerWhatNodeWould(app)
  app.addHook('onRequest', async (request, reply) => {
    markAnswer(request, reply)
    assertHeadersOnce(request)
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
