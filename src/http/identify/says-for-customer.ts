import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../db/work.ts'
import { mayBeToken } from '../../rooms/access/access-tokens.ts'

/** What a request shows to be known by. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]

/**
 * Whether an employee, in person or through a system, says something in the place of the customer whose address it is. A system
 * by itself may pass on what the customer says, in a portal; a token that names nobody here, the customer's own for instance, says
 * nothing. `identify` finds out whose it is, for the audit log too, or throws; `takesTokens`: an identity provider is configured.
 */
export async function saysForCustomer(
  request: FastifyRequest,
  takesTokens: boolean,
  identify: () => Promise<unknown>,
): Promise<boolean> {
  if (request.routeOptions.config.customersWord !== true) return false
  const isThrough = request.headers['on-behalf-of'] !== undefined
  if (!isThrough && !(takesTokens && mayBeToken(bearerOf(request) ?? ''))) return false
  await identify().catch(() => undefined)
  const caller: Actor | undefined = request.caller
  return isThrough || caller !== undefined
}
