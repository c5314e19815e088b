import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { UriTooLong, ValidationFailed } from '../../lib/problems.ts'

const longestAddress = 8000

/** Headers that say who asks, and whom: with two of one, every reader could believe another. */
const onlyOnce = ['host', 'authorization', 'on-behalf-of', 'idempotency-key', 'if-match']

/** Connections on which something could not be read; what was sent behind it may be parsed already. */
const spoiled = new WeakSet<Socket>()

/**
 * Refuses what a proxy could read differently from us (RFC 9112, 11.2), and then closes the connection: what follows on
 * it may not be what its sender meant.
 */
export function assertReadable(request: FastifyRequest, reply: FastifyReply): void {
  const { socket } = request.raw
  const fault = spoiled.has(socket)
    ? ValidationFailed.because('What came before it was refused.')
    : faultOf(request)
  if (!fault) return
  spoiled.add(socket)
  reply.header('connection', 'close')
  throw fault
}

function faultOf({ raw, url, headers }: FastifyRequest): Error | undefined {
  if (url.length > longestAddress)
    return UriTooLong.because(`An address has at most ${longestAddress} characters.`)
  if (raw.httpVersionMajor !== 1) return ValidationFailed.because('Send HTTP/1.1.')
  // HTTP/1.0 knows no such header, and checks of load balancers are of that version.
  if (headers.host === undefined && raw.httpVersionMinor > 0)
    return ValidationFailed.because('Send a Host header.')
  const coding = headers['transfer-encoding']
  if (coding !== undefined && (raw.httpVersionMinor === 0 || coding.toLowerCase() !== 'chunked'))
    return ValidationFailed.because('The only Transfer-Encoding is chunked, of HTTP/1.1.')
  const names = raw.rawHeaders.filter((_, n) => n % 2 === 0).map((name) => name.toLowerCase())
  const twice = onlyOnce.find((name) => names.indexOf(name) !== names.lastIndexOf(name))
  return twice === undefined ? undefined : ValidationFailed.because(`The header ${twice} is there twice.`)
}
