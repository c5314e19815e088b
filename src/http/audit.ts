import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../lib/id.ts'
import type { Problem } from '../lib/problem.ts'
import { traceIdOf } from '../lib/traces/tracing.ts'
import { isAlwaysAnonymous, isAnonymous } from './anonymous.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The ids of what the answer shows and no event tells of; null when it shows nothing of the kind. */
    shown: readonly string[] | null
    refusal: Problem | null
  }
}

/**
 * One line for each request, and before its answer leaves, so that nobody has read what the log does not tell of. What
 * reads of people, and what is refused, is a line of the audit log as well: who, which operation, on what, and under
 * which request id (docs/audit.md). Changes are told by the events. A line holds ids and the pattern of the path, never
 * the path itself or anything that a customer said or is known by. The audit log is kept whatever the level of the
 * rest.
 */
export function logRequests(app: FastifyInstance): void {
  app.decorateRequest('caller')
  app.decorateRequest('keyLine', null)
  app.decorateRequest('shown', null)
  app.decorateRequest('refusal', null)
  const auditLog = app.log.child({}, { level: app.log.level === 'silent' ? 'silent' : 'info' })
  app.addHook('onSend', (request, reply, payload, done) => {
    const audited = auditOf(request, reply, payload)
    const log = audited ? auditLog : app.log
    log.info({ ...ofRequest(request), ...answered(request, reply), ...audited }, 'answered')
    done(null, payload)
  })
}

const ofRequest = ({ id, traceParent }: FastifyRequest) =>
  traceParent === null ? { requestId: id } : { requestId: id, traceId: traceIdOf(traceParent) }

const answered = ({ method, routeOptions }: FastifyRequest, reply: FastifyReply) => ({
  method,
  route: routeOptions.url ?? null,
  status: reply.statusCode,
  ms: Math.round(reply.elapsedTime),
})

function auditOf(request: FastifyRequest, reply: FastifyReply, payload: unknown): object | undefined {
  const { refusal } = request
  const replayed = reply.hasHeader('idempotent-replayed') ? toldIn(payload) : null
  if (reply.statusCode >= 400)
    return {
      audit: 'refused',
      ...who(request),
      code: refusal?.kind.code ?? replayed?.code ?? null,
      ...(refusal?.reason !== undefined && { reason: refusal.reason }),
    }
  // What is replayed is shown again, and the event tells of the first time only.
  const shown = replayed ? replayed.shown : request.shown
  return isRead(request, shown) ? { audit: 'read', ...who(request), shown: [...new Set(shown)] } : undefined
}

/** Whether people are shown here without an event that tells of it. */
function isRead(request: FastifyRequest, shown: readonly string[] | null): boolean {
  if (isAlwaysAnonymous(request)) return false
  const { method, routeOptions } = request
  const { access } = routeOptions.config
  if (method !== 'GET' && method !== 'HEAD') return shown !== null
  return access !== undefined && (access === 'token' || access.impersonal !== true)
}

function who(request: FastifyRequest) {
  const { caller, ip, routeOptions, params } = request
  const isKnown = caller && !isAnonymous(request)
  return {
    // Nobody is known yet where a request is refused for how it looks.
    caller: isKnown ? { kind: caller.kind, id: caller.id, onBehalfOf: caller.onBehalfOf } : null,
    address: isAnonymous(request) ? null : ip,
    operation: routeOptions.schema?.operationId ?? null,
    object: idsIn(params),
  }
}

/** The ids of ours in a path. Its other parts may be what a customer is known by, an `externalId` above all. */
function idsIn(params: unknown): Readonly<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const [name, value] of Object.entries(params ?? {}))
    if (name.endsWith('Id') && name !== 'externalId' && typeof value === 'string' && isId(value))
      ids[name] = value.toLowerCase()
  return ids
}

/** The ids of what an answer shows: its own, else those of what is in it, such as the rows of a page. */
export function idsOf(outcome: unknown): readonly string[] {
  if (typeof outcome !== 'object' || outcome === null) return []
  if ('id' in outcome && typeof outcome.id === 'string') return [outcome.id]
  return Object.values(outcome).flatMap(idsOf)
}

/** What an answer that was kept shows, or which refusal it is. */
function toldIn(payload: unknown): { readonly shown: readonly string[]; readonly code: string | null } {
  const body: unknown = typeof payload === 'string' && payload !== '' ? JSON.parse(payload) : null
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null
  return { shown: idsOf(body), code: typeof code === 'string' ? code : null }
}
