import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'
import { organisation } from '../tables/organisation.ts'

const ping = statement<object, object>(sql`select from ${organisation}`)

const Health = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({
  id: 'Health',
  description: 'How the service is.',
  examples: [{ status: 'ok' }],
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
      description: 'The database answers and has its tables, and the service is not stopping.',
      tags: ['Service'],
      response: { 200: Health, 503: Health.describe('Not now: send requests elsewhere.') },
    },
    handler: async (_request, reply) => {
      const ready = !isStopping() && (await db.row(ping, {}).then(Boolean, () => false))
      return reply
        .code(ready ? 200 : 503)
        .headers(fresh)
        .send({ status: ready ? 'ok' : 'unavailable' })
    },
  })
}
