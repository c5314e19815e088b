import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { type AppOptions, buildApp } from '../../src/app.ts'
import type { App } from '../../src/http/app-type.ts'
import { digestOf } from '../../src/rooms/access/secret.ts'
import { checkAnswer } from './check-answer.ts'
import { createDatabase } from './database.ts'
import { letTimeMove } from './let-time-move.ts'
import { plant, plantRequest } from './planted.ts'
import { openLog } from './service-log.ts'
import { sendUntilHeard } from './until-heard.ts'

/** A parsed answer; `body` is whatever the JSON says. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape, and ajv has checked them
  readonly body: any
  readonly text: string
}

export interface Call {
  /** The id of the employee on whose behalf to call. */
  readonly as?: string
  /** An API key; left out, the admin's. Null sends none. */
  readonly key?: string | null
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A running service on a database of its own, with time in the test's hands. */
export class Service {
  readonly app: App
  readonly databaseUrl: string
  /** A connection as the owner of the database: what a script or a console could do. */
  readonly sql: pg.Client
  readonly adminKey: string
  readonly clock: { now: Temporal.Instant | undefined }
  /** Lets go of what it has besides the connections: its log and its database. */
  readonly drop: () => Promise<void>

  constructor(parts: Pick<Service, 'app' | 'databaseUrl' | 'sql' | 'adminKey' | 'clock' | 'drop'>) {
    this.app = parts.app
    this.databaseUrl = parts.databaseUrl
    this.sql = parts.sql
    this.adminKey = parts.adminKey
    this.clock = parts.clock
    this.drop = parts.drop
  }

  /** Sends a request, and in a crowd of them until it is heard; every answer is held against the OpenAPI document. */
  call(method: Method, url: string, call: Call = {}): Promise<Answer> {
    return sendUntilHeard(method, call, (each) => this.callOnce(method, url, each))
  }

  async callOnce(method: Method, url: string, call: Call): Promise<Answer> {
    const { as, key = this.adminKey, body, headers } = call
    const sent = {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(as === undefined ? {} : { 'on-behalf-of': as }),
      ...headers,
    }
    plantRequest(url, body, sent)
    const answer = await this.app.inject({
      method,
      url,
      headers: sent,
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const json = /\bjson\b/.test(String(answer.headers['content-type'] ?? '')) && answer.body !== ''
    const result = {
      status: answer.statusCode,
      headers: answer.headers as Answer['headers'],
      body: json ? JSON.parse(answer.body) : undefined,
      text: answer.body,
    }
    checkAnswer(this.app, method, url, result)
    return result
  }

  /** Sends it and throws unless it succeeds; answers with the body. */
  async do(method: Method, url: string, call: Call = {}): Promise<Answer['body']> {
    const answer = await this.call(method, url, call)
    if (answer.status >= 300) throw new Error(`${method} ${url} answered ${answer.status}: ${answer.text}`)
    return answer.body
  }

  /** A new team. The first one is the organisation's default. */
  team(fields: object = {}): Promise<Answer['body']> {
    return this.do('POST', '/v1/teams', { body: { name: `Team ${randomUUID().slice(0, 8)}`, ...fields } })
  }

  /** A new employee; give `teamId: null` for a specialist. */
  employee(fields: object): Promise<Answer['body']> {
    return this.do('POST', '/v1/employees', {
      body: { name: `Sanne ${randomUUID().slice(0, 8)}`, extension: '204', ...fields },
    })
  }

  customer(fields: object = {}): Promise<Answer['body']> {
    const body = { name: `Mevrouw Dijkstra ${randomUUID().slice(0, 8)}`, phone: '+31612345678', ...fields }
    return this.do('POST', '/v1/customers', { body })
  }

  /** An API key with these scopes: the secret itself. */
  async key(...scopes: string[]): Promise<string> {
    return (await this.do('POST', '/v1/api-keys', { body: { name: 'a system', scopes } })).key
  }

  async stop(): Promise<void> {
    await this.app.close()
    await this.sql.end()
    await this.drop()
  }
}

/** Starts a service on a fresh database, or beside another one on the same database. */
export async function startService(
  beside?: Pick<Service, 'databaseUrl' | 'clock' | 'adminKey'>,
  options: Partial<Omit<AppOptions, 'databaseUrl' | 'clock'>> = {},
): Promise<Service> {
  const clock: Service['clock'] = beside?.clock ?? { now: undefined }
  const database = beside ? { url: beside.databaseUrl, drop: async () => {} } : await createDatabase()
  const sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  const adminKey = beside?.adminKey ?? randomBytes(24).toString('hex')
  plant(adminKey)
  if (!beside) {
    await letTimeMove(sql)
    await sql.query(
      `insert into api_keys (id, name, scopes, hint, digest, created_at) values ($1, 'admin', '{admin}', $2, $3, now())`,
      [randomUUID(), adminKey.slice(-4), digestOf(adminKey)],
    )
  }
  const log = openLog()
  const app = await buildApp({
    databaseUrl: database.url,
    logger: log.logger,
    // All customers of a test come from one address.
    rateLimits: { systems: 600_000, employees: 6000, pages: 600_000 },
    ...options,
    clock: () => clock.now ?? Temporal.Now.instant(),
  })
  await app.ready()
  const drop = async () => {
    log.close()
    await database.drop()
  }
  return new Service({ app, databaseUrl: database.url, sql, adminKey, clock, drop })
}
