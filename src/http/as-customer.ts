import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, readsNothing } from '../db/work.ts'
import type { CallerLimits } from './limit-rates.ts'

/** A customer on a page of theirs: a system to the history, and nobody in particular. */
const customerActor: Actor = {
  kind: 'system',
  id: '00000000-0000-0000-0000-000000000000',
  onBehalfOf: null,
  employee: null,
  reads: readsNothing,
}

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
