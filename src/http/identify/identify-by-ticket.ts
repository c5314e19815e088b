import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../lib/instant.ts'
import { Unauthenticated } from '../../lib/problems.ts'
import type { CallerAgain } from '../../rooms/access/caller-again.ts'
import type { Scope } from '../../rooms/access/scope-contract.ts'

/** Whoever a ticket was made for. */
export type Redeem = (ticket: string, now: Temporal.Instant) => Promise<CallerAgain | undefined>

/** The ticket in the address, where the operation takes one. */
export function ticketOf({ routeOptions, query }: FastifyRequest): string | undefined {
  const { access } = routeOptions.config
  if (!access || access === 'token' || !access.takesTickets) return undefined
  const { ticket } = query as { readonly ticket?: unknown }
  return typeof ticket === 'string' ? ticket : undefined
}

/** Whoever a ticket was made for; it was counted when it was made. */
export async function identifyByTicket(
  request: FastifyRequest,
  ticket: string,
  { redeem, clock }: { readonly redeem?: Redeem; readonly clock: Clock },
): Promise<readonly Scope[]> {
  const found = await redeem?.(ticket, clock())
  if (!found)
    throw Unauthenticated.because(
      'The ticket is not accepted: it is good for a minute, and for once.',
    ).noting('an unknown, used or expired ticket')
  request.caller = found.actor
  return found.scopes
}
