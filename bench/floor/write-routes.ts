import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { newId } from '../../src/lib/id.ts'
import * as bodies from './bodies.ts'
import { grantGesture } from './gesture.ts'
import { keepAndResolve } from './keep-and-resolve.ts'
import { openCase, recordContact } from './writes.ts'

/** What changes something: each is one statement, which bodies the text of the answer. */
export function writeRoutes(app: FastifyInstance, pool: pg.Pool, system: string): void {
  async function write(
    request: FastifyRequest,
    reply: FastifyReply,
    statement: { readonly name: string; readonly text: string },
    parameters: readonly unknown[],
  ): Promise<string> {
    const employee = String(request.headers['on-behalf-of'])
    const now = new Date().toISOString()
    const fingerprint = createHash('sha256').update(JSON.stringify(request.body)).digest()
    const key = [`${system} for ${employee}`, request.headers['idempotency-key'], fingerprint]
    const { rows } = await pool.query({
      ...statement,
      values: [employee, now, system, ...key, ...parameters],
    })
    reply.code(201).header('content-type', 'application/json; charset=utf-8')
    return rows[0].body
  }

  app.post<{ Body: bodies.OpenCaseBody }>(
    '/v1/cases',
    { schema: { body: bodies.openCaseBody } },
    async (request, reply) => {
      const id = newId()
      const { customerId, topic, subject, question, channel } = request.body
      reply.header('etag', '"3"').header('location', `/v1/cases/${id}`)
      const ids = [id, newId(), newId(), newId(), newId(), newId()]
      // Eight hours from now: what a window by the agreement is when the team is always there.
      const now = Date.now()
      const window = [now, now + 8 * 3_600_000].map((moment) => new Date(moment).toISOString())
      return write(request, reply, openCase, [
        ...ids,
        customerId,
        topic,
        subject,
        question,
        channel,
        ...window,
      ])
    },
  )

  app.post<{ Params: { id: string }; Body: bodies.ContactBody }>(
    '/v1/cases/:id/contacts',
    { schema: { params: bodies.idParams, body: bodies.contactBody } },
    async (request, reply) => {
      const { channel, summary } = request.body
      const ids = [request.params.id, newId(), newId(), newId()]
      return write(request, reply, recordContact, [...ids, channel, summary])
    },
  )

  app.post<{ Params: { id: string }; Body: bodies.AttemptBody }>(
    '/v1/callbacks/:id/attempts',
    { schema: { params: bodies.idParams, body: bodies.attemptBody } },
    async (request, reply) => {
      const { summary, then } = request.body
      const ids = [request.params.id, newId(), newId(), newId(), newId(), newId(), newId()]
      const survey = [newId(), newId()]
      return write(request, reply, keepAndResolve, [...ids, then.resolve.outcome, summary, ...survey])
    },
  )

  app.post<{ Params: { id: string }; Body: bodies.GestureBody }>(
    '/v1/cases/:id/gestures',
    { schema: { params: bodies.idParams, body: bodies.gestureBody } },
    async (request, reply) => {
      const { kind, amount, reason } = request.body
      const [gesture, account, event] = [newId(), newId(), newId()]
      reply.header('etag', '"1"').header('location', `/v1/gestures/${gesture}`)
      const minor = Math.round(Number(amount.amount) * 100)
      const parameters = [request.params.id, gesture, account, event, kind, minor, reason]
      const give = () => write(request, reply, grantGesture, parameters)
      // Of two who are the first to give on a case at once, one finds no account yet.
      return give().catch(give)
    },
  )
}
