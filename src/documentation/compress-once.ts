import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const compress = promisify(gzip)

/**
 * Sends files that never change while the process runs: compressed to those who take that, once for all of them, and not
 * at all to a browser that has the same already.
 */
export function compressOnce(app: FastifyInstance): void {
  const packed = new Map<string, Promise<Buffer>>()
  const tags = new Map<string, string>()
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || reply.statusCode !== 200) return payload
    const { url = '' } = request.routeOptions
    const tag = tags.get(url) ?? `"${hash('sha256', payload, 'base64url')}"`
    tags.set(url, tag)
    reply.headers({ etag: tag, vary: 'accept-encoding', 'cache-control': 'public, max-age=3600' })
    if (request.headers['if-none-match'] === tag) {
      reply.code(304)
      return ''
    }
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload
    const kept = packed.get(url) ?? compress(payload)
    packed.set(url, kept)
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return await kept
  })
}
