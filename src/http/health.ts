import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'

const ping = statement<object, { readonly one: number }>(sql`select 1 as one from organisation`)

/** Whether the process lives, and whether it can serve: the database answers and has its tables. */
export function tellHealth(app: FastifyInstance, db: Database, isStopping: () => boolean): void {
  const fresh = { 'cache-control': 'no-store' }
  app.get('/health/live', { schema: { hide: true } }, (_request, reply) =>
    reply.headers(fresh).send({ status: 'ok' }),
  )
  app.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    const ready = !isStopping() && (await db.row(ping, {}).then(Boolean, () => false))
    return reply
      .code(ready ? 200 : 503)
      .headers(fresh)
      .send({ status: ready ? 'ok' : 'unavailable' })
  })
}
