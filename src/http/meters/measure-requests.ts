import type { FastifyInstance } from 'fastify'
import type { Meters } from './meters.ts'

/** Measures each request until its answer begins: a stream of events may go on for an hour. */
export function measureRequests(app: FastifyInstance, meters: Meters): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    meters.request(request.method, request.routeOptions.url, reply.statusCode, reply.elapsedTime / 1000)
    done(null, payload)
  })
}
