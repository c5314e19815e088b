import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body is a stream of any length, and may take as long as it keeps coming. */
    streams?: true
  }
}

/** How long a body may take to arrive, in milliseconds; its headers have their own limit. */
const longest = 10_000

/**
 * Holds senders to a time within which a body has arrived: Node has one limit for all routes, and streams have none. What
 * nobody reads of a stream is passed over.
 */
export function limitArrival(app: FastifyInstance, tooLate: (error: Error, socket: Socket) => void): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done()
    const { raw, headers, routeOptions } = request
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
    // A request that is injected has no connection, and is whole.
    if (!hasBody || routeOptions.config.streams || !(raw.socket instanceof Socket)) return
    const timer = setTimeout(() => {
      if (!raw.complete)
        tooLate(Object.assign(new Error('too late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), raw.socket)
    }, longest)
    timer.unref()
    raw.once('close', () => clearTimeout(timer))
    raw.once('end', () => clearTimeout(timer))
  })
  // Who was refused in the middle of a file sends the rest of it: the next request on that connection is behind it.
  app.addHook('onResponse', (request, _reply, done) => {
    done()
    if (request.routeOptions.config.streams && !request.raw.readableEnded) request.raw.resume()
  })
}
