import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, readsAll } from '../db/work.ts'
import { isId } from '../lib/id.ts'
import type { Clock } from '../lib/instant.ts'
import { Forbidden, Unauthenticated, ValidationFailed } from '../lib/problems.ts'
import { type AccessTokens, mayBeToken } from '../rooms/access/access-tokens.ts'
import type { KnownCallers } from '../rooms/access/known-callers.ts'
import type { Scope } from '../rooms/access/scope-contract.ts'
import type { Access } from './access.ts'
import { assertMay } from './identify/assert-may.ts'
import { identifyByTicket, type Redeem, ticketOf } from './identify/identify-by-ticket.ts'
import { bearerOf, saysForCustomer } from './identify/says-for-customer.ts'
import type { CallerLimits } from './limit-rates.ts'
import { includes, readsOf } from './what-scopes-allow.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `token`: whoever has the address. A token in it is the key, which the operation itself proves; no other is read. */
    access?: Access | 'token'
    /** What is said there is the customer's own word. */
    customersWord?: true
  }
  interface FastifyRequest {
    caller: Actor
    /** The first key of those that took over from one another, the last of which called; null for whoever has no key. */
    keyLine: string | null
  }
}

/** Finds callers by what they show. */
export type Callers = Pick<KnownCallers, 'key' | 'employee' | 'employeeBySubject'>

/** How callers are known: systems and employees by what the database has of them, tokens by the identity provider. */
export interface Identities {
  readonly callers: Callers
  /** Null: no identity provider is configured. */
  readonly tokens: AccessTokens | null
  readonly limits: CallerLimits
  readonly clock: Clock
  /** Whoever a ticket was made for. */
  readonly redeem?: Redeem
}

/** Finds out who calls and whether they may, before anything else of the request is read. */
export function identifyCallers(app: FastifyInstance, identities: Identities): void {
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.access === undefined) throw new Error(`${String(method)} ${url} does not say who may call it`)
  })
  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config
    if (!access) return
    if (access === 'token') {
      const whose = () => identify(request, reply, identities)
      if (!(await saysForCustomer(request, identities.tokens !== null, whose))) return
      throw Forbidden.because('What is the customer’s to say nobody says for them: record a contact.')
    }
    const scopes = await identify(request, reply, identities).catch((refusal: unknown) => {
      throw identities.limits.refuse(refusal, request.ip, reply)
    })
    assertMay(request.caller, scopes, access)
  })
}

/** Sets `request.caller` as soon as it is known, so that what is refused later says whose it was; answers the scopes. */
async function identify(
  request: FastifyRequest,
  reply: FastifyReply,
  identities: Identities,
): Promise<readonly Scope[]> {
  const bearer = bearerOf(request)
  if (bearer === undefined) {
    const ticket = ticketOf(request)
    if (ticket !== undefined) return identifyByTicket(request, ticket, identities)
    throw Unauthenticated.because('Send an API key or an access token as a bearer token.').noting(
      'no bearer token',
    )
  }
  return identities.tokens !== null && mayBeToken(bearer)
    ? identifyEmployee(request, reply, bearer, identities.tokens, identities)
    : identifySystem(request, reply, bearer, identities)
}

/** An employee by an access token of the identity provider (RFC 9068). */
async function identifyEmployee(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  tokens: AccessTokens,
  { callers, limits, clock }: Identities,
): Promise<readonly Scope[]> {
  const employee = await callers.employeeBySubject(await tokens.subjectOf(token), clock().epochMilliseconds)
  if (!employee) {
    throw Unauthenticated.because('The access token is not accepted.').noting(
      'the token names nobody who works here',
    )
  }
  request.caller = { kind: 'employee', id: employee.id, onBehalfOf: null, employee, reads: readsAll }
  await limits.count('employees', employee.id, clock().epochMilliseconds, reply)
  if (request.headers['on-behalf-of'] !== undefined)
    throw Forbidden.because('Only a system acts on behalf of an employee.', { required: 'employees:act' })
  return []
}

/** A system by its key, for itself or for the employee whom it names. */
async function identifySystem(
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  { callers, limits, clock }: Identities,
): Promise<readonly Scope[]> {
  const now = clock().epochMilliseconds
  const key = await callers.key(secret, now)
  request.caller = {
    kind: 'system',
    id: key.id,
    onBehalfOf: null,
    employee: null,
    reads: readsOf(key.scopes),
  }
  request.keyLine = key.line
  await limits.count('systems', key.id, now, reply)
  const actsFor = request.headers['on-behalf-of']
  if (actsFor === undefined) return key.scopes
  if (!includes(key.scopes, 'employees:act')) {
    throw Forbidden.because('This key may not act for an employee.', { required: 'employees:act' })
  }
  if (typeof actsFor !== 'string' || !isId(actsFor)) {
    throw ValidationFailed.because('On-Behalf-Of is the id of an employee.')
  }
  const employee = await callers.employee(actsFor.toLowerCase(), now)
  if (!employee) throw Forbidden.because('On-Behalf-Of names nobody who works here.')
  request.caller = { kind: 'system', id: key.id, onBehalfOf: employee.id, employee, reads: readsAll }
  return key.scopes
}
