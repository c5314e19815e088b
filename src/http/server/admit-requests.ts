import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Overloaded } from '../../lib/problems.ts'
import { rankOf } from './rank-requests.ts'
import { tooMuch } from './shed-requests.ts'
import type { WaitingLine } from './waiting-line.ts'

/**
 * Lets requests in one behind another, by what they are for, and refuses those that would wait too long. What comes over
 * a spare connection is answered only when it asks how the service is.
 */
export function admitRequests(
  app: FastifyInstance,
  spare: { has(socket: Socket): boolean },
  line: WaitingLine,
): void {
  const inside = new WeakSet<FastifyRequest>()
  const leave = (request: FastifyRequest) => {
    if (inside.delete(request)) line.leave()
  }
  // Before anybody is identified or a body read: a refusal costs next to nothing.
  app.addHook('onRequest', async (request, reply) => {
    if (spare.has(request.raw.socket)) {
      reply.header('connection', 'close')
      if (!request.url.startsWith('/health/'))
        throw Overloaded.because('Too many connections are open: from your address, or in all.')
    }
    const rank = rankOf(request.method, request.url)
    if (rank && line.isFull(rank)) throw Overloaded.because(tooMuch)
  })
  // A place is taken once all of the request is there, so that nobody holds one by sending slowly.
  app.addHook('preValidation', async (request, reply) => {
    const rank = rankOf(request.method, request.url)
    if (!rank) return
    const { raw } = reply
    const admitted = await line.enter(rank, (leaveLine) => raw.once('close', leaveLine))
    if (!admitted) throw Overloaded.because(tooMuch)
    inside.add(request)
    raw.once('close', () => leave(request))
  })
  // The work is done when the answer is known: whoever reads it slowly holds no place.
  app.addHook('onSend', async (request, _reply, payload) => {
    leave(request)
    return payload
  })
}
