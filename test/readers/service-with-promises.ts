import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { buildApp } from '../../src/app.ts'
import { migrate } from '../../src/db/migrate.ts'
import { startEmbedded } from '../../src/postgres/embedded.ts'
import { letIn } from '../../src/way-in.ts'
import { letTimeMove } from '../support/let-time-move.ts'

/** A service with promises of several weeks, some of them broken, and words that trouble readers of files. */
export interface PromisingService {
  /** With `/v1`. */
  readonly address: string
  readonly key: string
  readonly sql: pg.Client
  stop(): Promise<void>
}

/** Words that a reader of CSV can get wrong. */
export const troublesome = [
  'He said "no", and left; twice',
  'two\nlines, and a comma',
  '=1+1',
  '-5 degrees',
  'Zoë’s café €5 – 日本',
  ' spaces around ',
  '00420',
  '1,5',
]

/** Starts it, on a database of its own that is gone afterwards. */
export async function startPromisingService(): Promise<PromisingService> {
  const folder = await mkdtemp(join(tmpdir(), 'eigenaar-readers-'))
  const embedded = await startEmbedded({ dataDir: folder })
  await migrate(embedded.url)
  const sql = new pg.Client({ connectionString: embedded.url })
  await sql.connect()
  await letTimeMove(sql)
  const key = randomBytes(24).toString('hex')
  let now: Temporal.Instant | undefined
  const app = await buildApp({
    databaseUrl: embedded.url,
    logger: pino({ level: 'silent' }),
    clock: () => now ?? Temporal.Now.instant(),
  })
  await letIn(embedded.url, key)
  const address = `${await app.listen({ host: '127.0.0.1', port: 0 })}/v1`
  const call = async (path: string, body: object, as?: string) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: {
        ...headers,
        'idempotency-key': randomBytes(8).toString('hex'),
        ...(as && { 'on-behalf-of': as }),
      },
      body: JSON.stringify(body),
    })
    const said = await answer.json()
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`)
    return said as { readonly id: string; readonly callback: { readonly id: string; readonly until: string } }
  }
  const team = await call('/teams', { name: 'Team Noord' })
  const owner = await call('/employees', { name: 'Sanne', teamId: team.id })
  const customer = await call('/customers', { name: 'Zoë; "de" Wit', teamId: team.id })
  for (const [n, subject] of troublesome.entries()) {
    const opened = Temporal.Now.instant().subtract({ hours: 24 * (7 * (1 + (n % 4)) + 3) })
    now = opened
    const kase = await call('/cases', { customerId: customer.id, subject, question: subject }, owner.id)
    const until = Temporal.Instant.from(kase.callback.until)
    // Every third one is kept late.
    now = n % 3 === 0 ? until.add({ hours: 5 }) : until.subtract({ minutes: 5 })
    const then = { resolve: { outcome: 'answered', summary: subject } }
    await call(`/callbacks/${kase.callback.id}/attempts`, { outcome: 'reached', then }, owner.id)
  }
  now = undefined
  return {
    address,
    key,
    sql,
    stop: async () => {
      await app.close()
      await sql.end()
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
