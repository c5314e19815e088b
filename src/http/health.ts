import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import project from '../../package.json' with { type: 'json' }
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'
import { organisation } from '../tables/organisation.ts'

const ping = statement<object, object>(sql`select from ${organisation}`)

const Health = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({
  id: 'Health',
  description: 'How the service is.',
  examples: [{ status: 'ok' }],
})

const Readiness = Health.extend({
  version: z.string().describe('The version of the service that answers.'),
}).meta({
  id: 'Readiness',
  description: 'Whether the service can serve, and which version it is.',
  examples: [{ status: 'ok', version: project.version }],
})

/** Whether the process lives, and whether it can serve: the database answers and has its tables. */
export function tellHealth(app: FastifyInstance, db: Database, isStopping: () => boolean): void {
  const fresh = { 'cache-control': 'no-store' }
  app.route({
    method: 'GET',
    url: '/health/live',
    schema: {
      operationId: 'getLiveness',
      summary: 'Ask whether the process lives',
      description: 'Answers as long as the process runs. Whoever watches it restarts it when this fails.',
      tags: ['Service'],
      response: { 200: Health },
    },
    handler: (_request, reply) => reply.headers(fresh).send({ status: 'ok' }),
  })
  app.route({
    method: 'GET',
    url: '/health/ready',
    schema: {
      operationId: 'getReadiness',
      summary: 'Ask whether the service can serve',
      description:
        'The database answers and has its tables, and the service is not stopping. Says which version answers.',
      tags: ['Service'],
      response: { 200: Readiness, 503: Readiness.describe('Not now: send requests elsewhere.') },
    },
    handler: async (_request, reply) => {
      const ready = !isStopping() && (await db.row(ping, {}).then(Boolean, () => false))
      return reply
        .code(ready ? 200 : 503)
        .headers(fresh)
        .send({ status: ready ? 'ok' : 'unavailable', version: project.version })
    },
  })
}
