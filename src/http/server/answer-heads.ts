import type { FastifyInstance } from 'fastify'

/**
 * HEAD answers as GET does, without the body (RFC 9110, section 9.3.2): the server makes such a route of every GET. To 304
 * it would add a length of zero, which would be that of the resource (section 8.6).
 */
export function answerHeads(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') return
    route.onSend = [
      ...[route.onSend ?? []].flat(),
      (_request, reply, payload, done) => {
        if (reply.statusCode === 304) reply.removeHeader('content-length')
        done(null, payload)
      },
    ]
  })
}
