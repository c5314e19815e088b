import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { KnownCallers } from '../access/known-callers.ts'
import type { Scope } from '../access/scopes.ts'
import { digestOf, mayBeSecret } from '../access/secret.ts'
import type { Actor } from '../db/work.ts'
import type { Clock } from '../lib/instant.ts'
import { Forbidden, Unauthenticated, ValidationFailed } from '../lib/problems.ts'

/** What an operation asks of its caller. Every operation under `/v1` says it. */
export interface Access {
  /** The scope that a system needs when it calls for itself; `any`: none; null: only an employee can do this. */
  readonly system: Scope | 'any' | null
  /** The least role of an employee who does it, in person or through a system with `employees:act`. */
  readonly employee: 'member' | 'admin'
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    caller: Actor
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Finds out who calls and whether they may, before anything else of the request is read. */
export function identifyCallers(app: FastifyInstance, callers: KnownCallers, clock: Clock): void {
  app.decorateRequest('caller')
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.access === undefined) throw new Error(`${String(method)} ${url} does not say who may call it`)
  })
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config
    if (!access) return
    const scopes = await identify(request, callers, clock)
    assertMay(request.caller, scopes, access)
  })
}

async function identify(
  request: FastifyRequest,
  callers: KnownCallers,
  clock: Clock,
): Promise<readonly Scope[]> {
  const secret = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const key =
    secret && mayBeSecret(secret) ? await callers.key(digestOf(secret), clock().epochMilliseconds) : undefined
  if (!key)
    throw Unauthenticated.because('Send an API key that is neither expired nor revoked as a bearer token.')

  const actsFor = request.headers['on-behalf-of']
  if (actsFor === undefined) {
    request.caller = { kind: 'system', id: key.id, onBehalfOf: null, employee: null }
    return key.scopes
  }
  if (!includes(key.scopes, 'employees:act')) {
    throw Forbidden.because('This key may not act for an employee.', { required: 'employees:act' })
  }
  if (typeof actsFor !== 'string' || !uuid.test(actsFor)) {
    throw ValidationFailed.because('On-Behalf-Of is the id of an employee.')
  }
  const employee = await callers.employee(actsFor.toLowerCase())
  if (!employee) throw Forbidden.because('On-Behalf-Of names nobody who works here.')
  request.caller = { kind: 'system', id: key.id, onBehalfOf: employee.id, employee }
  return key.scopes
}

function assertMay({ employee }: Actor, scopes: readonly Scope[], access: Access): void {
  if (employee) {
    if (access.employee === 'admin' && employee.role !== 'admin') {
      throw Forbidden.because('Only an admin may do this.', { required: 'admin' })
    }
    return
  }
  if (access.system === null) {
    throw Forbidden.because('Only an employee can do this: name one in On-Behalf-Of.', {
      required: 'employees:act',
    })
  }
  if (access.system !== 'any' && !includes(scopes, access.system)) {
    throw Forbidden.because('The key lacks the scope for this.', { required: access.system })
  }
}

const includes = (scopes: readonly Scope[], scope: Scope): boolean =>
  scopes.includes(scope) || scopes.includes('admin')
