import { randomUUID } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import { RequestTimeout, ValidationFailed } from '../../lib/problems.ts'
import type { Meters } from '../meters/meters.ts'

/** A refusal that no hook sees, as the audit log tells of it: whence and why, never what was sent. */
interface RawRefusal {
  readonly requestId: string
  readonly status: number
  readonly code: string
  readonly reason: string
  readonly address: string | undefined
}

/** Answers to what no handler of ours can see: it is not HTTP/1.1, or not the part of it that we serve. */
export interface RawAnswers {
  /** What the parser could not read, or what took too long to arrive. */
  readonly clientError: (error: Error, socket: Socket) => void
  /** What Node would answer without a word: an expectation other than `100-continue`, and a tunnel. */
  readonly instead: (server: Server) => void
  /** Counts it, and leaves a line in the audit log. */
  readonly note: (refusal: RawRefusal) => void
}

/** How long a connection stays to deliver its last answer, in milliseconds. */
const lingering = 1000

const tooLate = 'The request did not arrive in time.'
const unreadable = 'The request is not HTTP/1.1 as we read it.'
const unexpected = 'The only expectation that is met here is 100-continue.'

const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
}

/** Answers with these headers and a problem, and hangs up. */
export function answerRaw(
  headers: Readonly<Record<string, string>>,
  logger: FastifyBaseLogger,
  meters: Meters,
): RawAnswers {
  const log = logger.child({}, { level: logger.level === 'silent' ? 'silent' : 'info' })
  const note = (refusal: RawRefusal) => {
    meters.turnAway(refusal.status)
    log.info({ ...refusal, audit: 'refused', caller: null, operation: null, object: {} }, 'answered')
  }

  const compose = (status: number, reason: string, address: string | undefined) => {
    const requestId = randomUUID()
    const { code, title } = status === 408 ? RequestTimeout : ValidationFailed
    note({ requestId, status, code, reason, address })
    const detail = status === 408 ? tooLate : status === 417 ? unexpected : unreadable
    // Of the request not even the path is known.
    const instance = `#${requestId}`
    const body = JSON.stringify({
      type: `/problems/${code}`,
      title,
      status,
      detail,
      instance,
      code,
      requestId,
    })
    const type = { 'content-type': 'application/problem+json; charset=utf-8' }
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    return {
      headers: { ...headers, ...type, ...length, 'x-request-id': requestId, connection: 'close' },
      body,
    }
  }

  const write = (socket: Duplex, status: number, reason: string, address: string | undefined) => {
    const { headers, body } = compose(status, reason, address)
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`)
    // Whoever does not hang up after that is cut off, or a socket for each would stay with us.
    setTimeout(() => socket.destroy(), lingering).unref()
  }

  return {
    note,
    clientError(error, socket) {
      const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unreadable'
      if (!socket.writable || code === 'ECONNRESET') return void socket.destroy()
      const underWay = answerOn(socket)
      if (underWay?.req.complete || underWay?.headersSent) {
        // A request before this one waits for its answer, and must not take ours for it. What comes behind is not heard.
        if (underWay.shouldKeepAlive) underWay.once('finish', () => socket.destroySoon())
        underWay.shouldKeepAlive = false
      } else if (underWay && underWay.req.listenerCount('error') > 0) {
        // Somebody reads the body and answers when it breaks, knowing who calls and what for.
        const kind = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? RequestTimeout : ValidationFailed
        underWay.shouldKeepAlive = false
        underWay.req.emit('error', kind.because(kind === RequestTimeout ? tooLate : unreadable).noting(code))
      } else write(socket, statuses[code] ?? 400, code, socket.remoteAddress)
    },
    instead(server) {
      server.on('checkExpectation', ({ socket }, response) => {
        const { headers, body } = compose(417, 'an expectation', socket.remoteAddress)
        response.writeHead(417, headers).end(body)
      })
      server.on('connect', ({ socket }, tunnel) => write(tunnel, 405, 'a tunnel', socket.remoteAddress))
    },
  }
}

/** The answer that the connection carries, or waits for, if there is one. */
function answerOn(socket: Socket): ServerResponse<IncomingMessage> | null | undefined {
  // Node tells it only here; its own handling of these errors reads it too.
  return (socket as Socket & { readonly _httpMessage?: ServerResponse | null })._httpMessage
}
