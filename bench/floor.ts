import { createHash } from 'node:crypto'
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import pg from 'pg'
import { wireInstant } from '../src/db/wire-instant.ts'
import { newId } from '../src/lib/id.ts'
import * as answers from './floor-answers.ts'
import { grantGesture } from './floor-gesture.ts'
import { getCase, listOpenCases, type Row, toKase } from './floor-reads.ts'
import { keepAndResolve, openCase, recordContact } from './floor-writes.ts'

/*
 * The floor: what these operations cost on Fastify and pg when nothing is asked but that the same rows are written
 * and the same answer is given. It knows no caller, no rule and no lock. A process of its own.
 */

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, wireInstant)

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_CONNECTIONS),
  options: '-c timezone=UTC -c jit=off',
  pipeline: true,
  types,
})
const system = newId()
const app = Fastify({ logger: false })

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

app.get('/health/ready', async () => (await pool.query('select 1')).rows)

app.get<{ Params: { id: string } }>(
  '/v1/cases/:id',
  { schema: { params: answers.idParams, response: { 200: answers.kaseSchema } } },
  async ({ params }, reply) => {
    const { rows } = await pool.query<Row>({ ...getCase, values: [params.id] })
    const [row] = rows
    if (!row) return reply.code(404).send()
    reply.header('etag', `"${row.version}"`)
    return toKase(row, new Date().toISOString())
  },
)

app.get<{ Querystring: { ownerId: string; limit: number } }>(
  '/v1/cases',
  { schema: { querystring: answers.listQuery, response: { 200: answers.kasePageSchema } } },
  async ({ query: { ownerId, limit } }) => {
    const { rows } = await pool.query<Row>({ ...listOpenCases(limit + 1), values: [ownerId] })
    const now = new Date().toISOString()
    const page = rows.slice(0, limit)
    return {
      data: page.map((row) => toKase(row, now)),
      nextCursor: rows.length > limit ? Buffer.from(String(page.at(-1)?.id)).toString('base64url') : null,
    }
  },
)

app.post<{ Body: answers.OpenCaseBody }>(
  '/v1/cases',
  { schema: { body: answers.openCaseBody } },
  async (request, reply) => {
    const id = newId()
    const { customerId, topic, subject, question, channel } = request.body
    reply.header('etag', '"3"').header('location', `/v1/cases/${id}`)
    const ids = [id, newId(), newId(), newId(), newId(), newId()]
    // Eight hours from now: what a window by the agreement is when the team is always there.
    const now = Date.now()
    const window = [now, now + 8 * 3_600_000].map((moment) => new Date(moment).toISOString())
    return write(request, reply, openCase, [...ids, customerId, topic, subject, question, channel, ...window])
  },
)

app.post<{ Params: { id: string }; Body: answers.ContactBody }>(
  '/v1/cases/:id/contacts',
  { schema: { params: answers.idParams, body: answers.contactBody } },
  async (request, reply) => {
    const { channel, summary } = request.body
    const ids = [request.params.id, newId(), newId(), newId()]
    return write(request, reply, recordContact, [...ids, channel, summary])
  },
)

app.post<{ Params: { id: string }; Body: answers.AttemptBody }>(
  '/v1/callbacks/:id/attempts',
  { schema: { params: answers.idParams, body: answers.attemptBody } },
  async (request, reply) => {
    const { summary, then } = request.body
    const ids = [request.params.id, newId(), newId(), newId(), newId(), newId(), newId()]
    return write(request, reply, keepAndResolve, [...ids, then.resolve.outcome, summary])
  },
)

app.post<{ Params: { id: string }; Body: answers.GestureBody }>(
  '/v1/cases/:id/gestures',
  { schema: { params: answers.idParams, body: answers.gestureBody } },
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

process.once('SIGTERM', () => void app.close().then(() => pool.end()))
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
