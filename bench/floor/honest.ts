import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { PoolConfig } from 'pg'
import { openDatabase, session } from '../../src/db/database.ts'
import { idsOf } from '../../src/http/audit.ts'
import { acceptedPatches } from '../../src/http/bodies/media-types.ts'
import { limitRates } from '../../src/http/limit-rates.ts'
import { nextLink } from '../../src/http/next-link.ts'
import { securityHeaders } from '../../src/http/server/security-headers.ts'
import type { Page } from '../../src/lib/page.ts'
import { numberEvents } from '../../src/rooms/events/feed.ts'
import { startSequencer } from '../../src/rooms/events/sequencer.ts'
import { startLog } from '../../src/start-log.ts'

/** A floor plans a statement once for each connection, and never for what is asked. */
export const plannedOnce = '-c plan_cache_mode=force_generic_plan'

/** What an honest floor is made with: ids of requests, and a database that gives up in time. */
export const honestOptions: FastifyServerOptions = { genReqId: () => randomUUID() }
export const honestPool: PoolConfig = {
  options: `${session} ${plannedOnce}`,
  keepAlive: true,
  connectionTimeoutMillis: 2000,
  query_timeout: 6000,
}

/**
 * Makes a floor honest: it does what the service owes whoever calls, beside rows and answers, and does it with the service's
 * own code. Its feed is numbered, requests are counted, every answer has the headers that the service's have, and leaves a line
 * in the log, which tells who was shown what. Answers how its feed is brought up to date before it is read.
 */
export function makeHonest(app: FastifyInstance, url: string, system: string): () => Promise<void> {
  const log = startLog('info')
  const onError = (error: unknown) => void process.stderr.write(`${String(error)}\n`)
  const db = openDatabase({ url, connections: 1, onError })
  const limits = { systems: Number(process.env.RATE_LIMIT_SYSTEMS), employees: 6000 }
  const rates = limitRates(db, limits, Temporal.Now.instant)
  const headers = securityHeaders(false)
  app.decorateRequest('shown', null)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id)
    if (request.routeOptions.url === aCase) reply.header('accept-patch', acceptedPatches(aCase))
    await rates.count('systems', system, Date.now(), reply)
  })
  app.addHook('preSerialization', async (request, reply, payload) => {
    request.shown = idsOf(payload)
    if (isPage(payload)) reply.headers(nextLink(request.url)(payload))
    return payload
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    const { id, method, routeOptions, ip, params } = request
    const who = { kind: 'system', id: system, onBehalfOf: request.headers['on-behalf-of'] ?? null }
    const read = { audit: 'read', caller: who, address: ip, operation: routeOptions.url, object: params }
    log.info(
      {
        requestId: id,
        method,
        route: routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(request.shown && { ...read, shown: request.shown }),
      },
      'answered',
    )
    done(null, payload)
  })

  const sequencer = startSequencer(db, Temporal.Now.instant, onError)
  app.addHook('onClose', async () => {
    await sequencer.stop()
    await db.close()
  })
  return () => numberEvents(db)
}

/** The one resource of these that can be patched. */
const aCase = '/v1/cases/:id'

const isPage = (payload: unknown): payload is Page<unknown> =>
  typeof payload === 'object' && payload !== null && 'nextCursor' in payload
