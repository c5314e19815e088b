import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { Overloaded } from '../../lib/problems.ts'
import { rankOf } from './rank-requests.ts'
import type { RawAnswers } from './raw-answers.ts'
import type { WaitingLine } from './waiting-line.ts'

export const tooMuch = 'Too much is asked at once: this was not begun.'

/**
 * Refuses what would wait too long before any of our own work is spent on it: under ten times the load, refusing is most of what
 * there is to do. A page in a browser hears the same further in, where it is known whether it may hear it.
 */
export function shedRequests(
  server: Server,
  line: WaitingLine,
  headers: Readonly<Record<string, string>>,
  note: RawAnswers['note'],
): void {
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const rank = request.headers.origin === undefined && rankOf(request.method, request.url)
    if (rank && line.isFull(rank)) refuse(request, response)
    else for (const listener of listeners) listener.call(server, request, response)
  })

  function refuse({ socket }: IncomingMessage, response: ServerResponse): void {
    const requestId = randomUUID()
    const { code, status, title } = Overloaded
    note({ requestId, status, code, reason: 'the line is full', address: socket.remoteAddress })
    const body = JSON.stringify({
      type: `/problems/${code}`,
      title,
      status,
      detail: tooMuch,
      instance: `#${requestId}`,
      code,
      requestId,
    })
    response.writeHead(status, {
      ...headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'retry-after': '1',
      'x-request-id': requestId,
    })
    response.end(body)
  }
}
