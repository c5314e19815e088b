import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import {
  type FastifyBaseLogger,
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { problemOf, sendProblem } from '../answer-problem.ts'
import type { Meters } from '../meters/meters.ts'
import { admitRequests } from './admit-requests.ts'
import { allowOrigins } from './allow-origins.ts'
import { answerHeads } from './answer-heads.ts'
import { assertReadable } from './assert-readable.ts'
import { limitArrival } from './limit-arrival.ts'
import { limitConnections } from './limit-connections.ts'
import { answerRaw } from './raw-answers.ts'
import { refuseStrangeRequests } from './refuse-strange-requests.ts'
import { securityHeaders } from './security-headers.ts'
import { shedRequests } from './shed-requests.ts'
import { WaitingLine } from './waiting-line.ts'

export interface ServerSettings {
  readonly logger: FastifyBaseLogger
  readonly trustProxy: readonly string[]
  /** Whose pages a browser may let call us. */
  readonly corsOrigins: readonly string[]
  readonly meters: Meters
}

const mostHeaders = 100
/** Whoever listens to the stream of events holds one for as long as that. */
const connections = { inAll: 12_000, fromOne: 6000, spare: 32 }

/** A line of two hundred and fifty is gone within half a second on two processors. */
const lineLimits = {
  atOnce: 32,
  longest: { ringing: 500, work: 250, list: 120, bulk: 20 },
  always: 24,
  longestWait: { ringing: 250, work: 250, list: 125, bulk: 60 },
  patience: 600,
}

/** What the server is made with, and what has to be done to the application made with it. */
export interface GuardedServer {
  readonly options: FastifyHttpOptions<Server>
  readonly guard: (app: FastifyInstance) => Promise<void>
  /** In which requests wait for their turn. */
  readonly line: WaitingLine
}

/** Limits of the server: lock 2 s < statement 5 s < client 6 s < headers 8 s < request 10 s. */
export function guardServer({ logger, trustProxy, corsOrigins, meters }: ServerSettings): GuardedServer {
  const shared = corsOrigins.length > 0
  const headers = securityHeaders(shared)
  const raw = answerRaw(headers, logger, meters)
  const line = new WaitingLine(lineLimits)
  const markAnswer = (request: FastifyRequest, reply: FastifyReply) =>
    reply.headers(headers).header('x-request-id', request.id)
  return {
    line,
    options: {
      bodyLimit: 256 * 1024,
      // Of that each route has its own: see `limitArrival`.
      requestTimeout: 0,
      keepAliveTimeout: 65_000,
      // Nothing goes either way: a caller who does not read the answer is cut off.
      connectionTimeout: 30_000,
      maxRequestsPerSocket: 0,
      routerOptions: { maxParamLength: 128 },
      // A resource that can be read is asked for its headers alone as well (RFC 9110, section 9.1).
      exposeHeadRoutes: true,
      requestIdHeader: false,
      genReqId: (request) => traceOf(request.headers['x-request-id']) ?? randomUUID(),
      trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
      forceCloseConnections: 'idle',
      logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
      onProtoPoisoning: 'error',
      onConstructorPoisoning: 'error',
      http: {
        headersTimeout: 8000,
        connectionsCheckingInterval: 1000,
        maxHeaderSize: 16 * 1024,
        // Whether there is one Host is ours to see, so that it is answered with a problem.
        requireHostHeader: false,
      },
      // No hook sees these, so the line in the audit log is written here.
      frameworkErrors: (error, request, reply) => {
        markAnswer(request, reply)
        const problem = problemOf(error, request)
        const { status, code } = problem.kind
        raw.note({ requestId: request.id, status, code, reason: 'the router', address: request.ip })
        void sendProblem(problem, request, reply)
      },
      clientErrorHandler: raw.clientError,
    },
    guard: async (app) => {
      const spare = limitConnections(app.server, connections, trustProxy)
      app.server.maxHeadersCount = mostHeaders
      raw.instead(app.server)
      app.addHook('onRequest', async (request, reply) => {
        markAnswer(request, reply)
      })
      if (shared) await allowOrigins(app, corsOrigins)
      app.addHook('onRequest', async (request, reply) => assertReadable(request, reply))
      answerHeads(app)
      limitArrival(app, raw.clientError)
      refuseStrangeRequests(app)
      admitRequests(app, spare, line)
      shedRequests(app.server, line, { ...headers }, raw.note)
    },
  }
}

/** An id that the caller gave the request, if it is one that logs can hold. */
const traceOf = (given: unknown): string | undefined =>
  typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : undefined
