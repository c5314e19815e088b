import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { idParams } from './bodies.ts'
import { callerQuery, callerSchema, lookUp, toCaller } from './caller.ts'
import { getCase, listOpenCases, type Row, toKase } from './cases.ts'
import { kasePageSchema, kaseSchema, listQuery } from './cases-schema.ts'
import { customerPageSchema, customerQuery, findCustomer, toCustomer } from './customers.ts'
import { daySchema, myDay, toDay } from './day.ts'
import { eventPageSchema, eventQuery, eventsAfter, toEvent } from './events.ts'

/** What changes nothing: each is one statement, and its answer is made by a compiled schema. `numberFeed` comes before the feed. */
export function readRoutes(app: FastifyInstance, pool: pg.Pool, numberFeed: () => Promise<void>): void {
  const read = async (statement: { name: string; text: string }, values: unknown[]) =>
    (await pool.query<Row>({ ...statement, values })).rows
  const page = <T extends { readonly id: string }>(
    rows: readonly Row[],
    limit: number,
    to: (row: Row) => T,
  ) => {
    const data = rows.slice(0, limit).map(to)
    const last = rows.length > limit ? data.at(-1)?.id : undefined
    return { data, nextCursor: last === undefined ? null : Buffer.from(last).toString('base64url') }
  }

  app.get<{ Params: { id: string } }>(
    '/v1/cases/:id',
    { schema: { params: idParams, response: { 200: kaseSchema } } },
    async ({ params }, reply) => {
      const [row] = await read(getCase, [params.id])
      if (!row) return reply.code(404).send()
      reply.header('etag', `"${row.version}"`)
      return toKase(row, new Date().toISOString())
    },
  )

  app.get<{ Querystring: { ownerId: string; limit: number } }>(
    '/v1/cases',
    { schema: { querystring: listQuery, response: { 200: kasePageSchema } } },
    async ({ query: { ownerId, limit } }) => {
      const rows = await read(listOpenCases(limit + 1), [ownerId])
      const now = new Date().toISOString()
      return page(rows, limit, (row) => toKase(row, now))
    },
  )

  app.get<{ Querystring: { phone: string } }>(
    '/v1/callers',
    { schema: { querystring: callerQuery, response: { 200: callerSchema } } },
    async ({ query: { phone } }) => {
      const now = new Date().toISOString()
      return toCaller(await read(lookUp, [phone, now]), phone, now)
    },
  )

  app.get('/v1/me/day', { schema: { response: { 200: daySchema } } }, async ({ headers }) => {
    const now = new Date().toISOString()
    return toDay(await read(myDay, [headers['on-behalf-of'], now]), now)
  })

  app.get<{ Querystring: { after: string; limit: number } }>(
    '/v1/events',
    { schema: { querystring: eventQuery, response: { 200: eventPageSchema } } },
    async ({ query: { after, limit } }) => {
      await numberFeed()
      return page(await read(eventsAfter(limit + 1), [after]), limit, toEvent)
    },
  )

  app.get<{ Querystring: { system: string; externalId: string } }>(
    '/v1/customers',
    { schema: { querystring: customerQuery, response: { 200: customerPageSchema } } },
    async ({ query: { system, externalId } }) =>
      page(await read(findCustomer, [system, externalId]), 50, toCustomer),
  )
}
