import type { FastifyReply, FastifyRequest } from 'fastify'
import { customerActor } from '../facts/customer-actor.ts'
import type { CallerLimits } from './limit-rates.ts'

/**
 * Lets whoever has an address in as its customer. Each address may ask so often in a minute, in all instances together, so that
 * nobody guesses tokens by the million.
 */
export const asCustomer =
  (limits: CallerLimits) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    request.caller = customerActor
    await limits.count('pages', request.ip, Date.now(), reply)
  }
