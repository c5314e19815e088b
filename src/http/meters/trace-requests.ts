import type { FastifyInstance } from 'fastify'
import { type Tracer, type TraceSpan, traceIdOf, traceParentOf } from '../../lib/traces/tracing.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The trace that it belongs to, in the form of `traceparent`; null: it belongs to none. */
    traceParent: string | null
    span: TraceSpan | null
  }
}

/**
 * Takes on the trace that a request came with, so that its lines in the log and the events that it makes say so. With a
 * tracer it is a span of that trace, or the first of a new one; without, all that it costs is the look at one header.
 */
export function traceRequests(app: FastifyInstance, tracer: Tracer | null): void {
  app.decorateRequest('traceParent', null)
  app.decorateRequest('span', null)
  app.addHook('onRequest', (request, reply, done) => {
    const parent = traceParentOf(request.headers.traceparent)
    if (parent === null && !tracer) return done()
    const route = request.routeOptions.url
    // Without the path itself: names and references of customers may be in it.
    request.span =
      tracer?.begin('server', route ? `${request.method} ${route}` : request.method, parent) ?? null
    request.traceParent = request.span?.traceParent ?? parent
    if (request.traceParent !== null) {
      request.log = request.log.child({ traceId: traceIdOf(request.traceParent) })
      reply.log = request.log
    }
    done()
  })
  if (!tracer) return
  app.addHook('onSend', ({ span, method, routeOptions, id }, { statusCode }, payload, done) => {
    span?.end(
      {
        'http.request.method': method,
        ...(routeOptions.url !== undefined && { 'http.route': routeOptions.url }),
        'http.response.status_code': statusCode,
        'url.scheme': 'http',
        'eigenaar.request_id': id,
      },
      statusCode >= 500 ? String(statusCode) : undefined,
    )
    done(null, payload)
  })
}
