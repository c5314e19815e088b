import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody to whom webhooks are sent. */
export interface Receiver {
  readonly base: string
  /** How many have come to addresses that answer. */
  readonly received: () => number
  close(): void
}

/** Receives webhooks; what is sent to `/hang/…` never gets an answer. */
export async function receive(): Promise<Receiver> {
  let received = 0
  const server = createServer((request, response) => {
    request.resume()
    if (request.url?.startsWith('/hang/')) return
    received++
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
