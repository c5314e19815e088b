import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/**
 * Lets pages of these origins call us from a browser (CORS), with keys or tokens that they send themselves: no cookies.
 * Whoever comes from elsewhere is told nothing. A preflight needs no key, since a browser sends none.
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  const allowed = new Set(origins)
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin !== undefined && allowed.has(origin) ? origin : false),
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'On-Behalf-Of',
      'X-Request-Id',
    ],
    exposedHeaders: [
      'ETag',
      'Link',
      'Location',
      'X-Request-Id',
      'Idempotent-Replayed',
      'Retry-After',
      'RateLimit',
      'RateLimit-Policy',
    ],
    maxAge: 600,
    // Strict, the plugin refuses in plain text what is not quite a preflight.
    strictPreflight: false,
  })
}
