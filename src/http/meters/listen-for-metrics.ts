import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Meters } from './meters.ts'

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/**
 * Tells the figures on a port of their own, without credentials, for as long as the application runs. Answers with the
 * port. Throws what keeps it from listening.
 */
export async function listenForMetrics(
  app: FastifyInstance,
  meters: Meters,
  address: { readonly host: string; readonly port: number },
): Promise<number> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 8000 }, (request, response) => {
    const isKnown = request.url?.split('?', 1)[0] === '/metrics'
    if (!isKnown) return void response.writeHead(404, headers).end()
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end()
    void meters.tell().then(
      (text) => response.writeHead(200, { ...headers, 'content-type': meters.contentType }).end(text),
      () => response.writeHead(500, headers).end(),
    )
  })
  server.maxConnections = 64
  app.addHook('onClose', async () => {
    server.closeAllConnections()
    server.close()
  })
  server.listen(address)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
