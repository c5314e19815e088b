import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../lib/problem.ts'
import { NotFound, Unauthenticated } from '../../lib/problems.ts'
import type { Scope } from '../../rooms/access/scope-contract.ts'
import type { Identities } from '../caller.ts'
import { includes, readsOf } from '../what-scopes-allow.ts'

/**
 * Finds out who calls an address with a key in it (`:token`), for telephone systems that send no headers. It counts as the
 * key does anywhere else. Throws `not-found` for one that is no key, or none with this scope.
 */
export const identifyByAddress =
  ({ callers, limits, clock }: Identities, scope: Scope) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { token } = request.params as { readonly token?: unknown }
    const now = clock().epochMilliseconds
    const key = await callers.key(String(token), now).catch((unknown: unknown) => {
      const refusal = limits.refuse(unknown, request.ip, reply)
      throw refusal instanceof Problem && refusal.kind === Unauthenticated
        ? nowhere(refusal.reason ?? 'no key')
        : refusal
    })
    request.caller = {
      kind: 'system',
      id: key.id,
      onBehalfOf: null,
      employee: null,
      reads: readsOf(key.scopes),
    }
    request.keyLine = key.line
    await limits.count('systems', key.id, now, reply)
    if (!includes(key.scopes, scope)) throw nowhere('the key lacks the scope')
  }

const nowhere = (reason: string) => NotFound.because('Nothing has this address.').noting(reason)
