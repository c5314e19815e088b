import Fastify, { type FastifyBaseLogger } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { type Background, startBackground } from './background.ts'
import { openDatabase } from './db/database.ts'
import { refusalOf } from './db/errors.ts'
import { openReportDatabase } from './db/report-database.ts'
import { LinkTokens } from './facts/link-tokens.ts'
import { problemOf, sendProblem } from './http/answer-problem.ts'
import type { App } from './http/app-type.ts'
import { logRequests } from './http/audit.ts'
import { readBodies } from './http/bodies/body.ts'
import { wholeRefusal } from './http/faults/complete-faults.ts'
import { tellHealth } from './http/health.ts'
import { limitRates, type RateLimits } from './http/limit-rates.ts'
import { logError } from './http/log-error.ts'
import { readFigures } from './http/meters/figures.ts'
import { measureInstance } from './http/meters/measure-instance.ts'
import { measureRequests } from './http/meters/measure-requests.ts'
import { Meters } from './http/meters/meters.ts'
import { traceRequests } from './http/meters/trace-requests.ts'
import { guardServer } from './http/server/server.ts'
import { tellPublicKeys } from './http/tell-public-keys.ts'
import type { Clock } from './lib/instant.ts'
import { speakPlainly } from './lib/messages.ts'
import type { Tracer } from './lib/traces/tracing.ts'
import { type OidcSettings, openAccessTokens } from './rooms/access/access-tokens.ts'
import { KnownCallers } from './rooms/access/known-callers.ts'
import { WaitingRoom } from './rooms/pulse/waiting-room.ts'
import { EventStreams } from './rooms/streams/event-streams.ts'
import { openTargets } from './rooms/webhooks/targets.ts'

export interface AppOptions {
  readonly databaseUrl: string
  /** Leads past a pooler to PostgreSQL itself; left out: `databaseUrl`. */
  readonly directUrl?: string
  /** A replica for reports, exports and lists of those who report; null or left out: the primary. */
  readonly replicaUrl?: string | null
  readonly connections?: number
  readonly logger: FastifyBaseLogger
  readonly clock?: Clock
  readonly publicUrl?: string | null
  /** From what the addresses of customers’ pages are derived; null or left out: from keys that are made here. */
  readonly linkSecret?: string | null
  readonly trustProxy?: readonly string[]
  /** Whose pages a browser may let call us; left out: nobody's. */
  readonly corsOrigins?: readonly string[]
  /** Left out: 600 000 requests a minute for a system, 6000 for an employee. */
  readonly rateLimits?: RateLimits
  /** The identity provider of the employees; null or left out: they call through systems alone. */
  readonly oidc?: OidcSettings | null
  /** Whether calls are served; otherwise the process only tells how it is. Left out: they are. */
  readonly serves?: boolean
  /** Whether this process tells of promises that fall due; left out: it does not. */
  readonly deadlines?: boolean
  /** Whether this process sends events to webhooks; left out: it does not. */
  readonly webhooks?: boolean
  /** Networks that webhooks may reach besides public ones. */
  readonly webhookPrivateNetworks?: readonly string[]
  /** Where figures are measured; left out: a place of its own. */
  readonly meters?: Meters
  /** What makes traces; null or left out: nobody collects them. */
  readonly tracer?: Tracer | null
  /** Whether `/metrics` is told here, to callers who may; left out: it is. */
  readonly tellsMetrics?: boolean
  /** Nothing is started and the database is never asked: enough to describe the operations. */
  readonly asleep?: boolean
}

/** Builds the service: what stands behind it, what every request passes, what it does by itself, and its addresses. */
export async function buildApp({
  databaseUrl,
  directUrl = databaseUrl,
  replicaUrl = null,
  connections = 8,
  logger,
  clock = Temporal.Now.instant,
  publicUrl = null,
  linkSecret = null,
  trustProxy = [],
  corsOrigins = [],
  rateLimits = { systems: 600_000, employees: 6000 },
  oidc = null,
  serves = true,
  deadlines = false,
  webhooks = false,
  webhookPrivateNetworks = [],
  meters = new Meters(),
  tellsMetrics = true,
  tracer = null,
  asleep = false,
}: AppOptions): Promise<App> {
  const warnsThat = (what: string) => (error: unknown) => logger.warn({ code: refusalOf(error)?.code }, what)
  const db = openDatabase({
    url: databaseUrl,
    directUrl,
    connections,
    onError: (error) =>
      logger.warn({ code: 'code' in error ? error.code : undefined }, 'a connection to the database broke'),
  })
  const reports = openReportDatabase({
    primary: db,
    replica:
      replicaUrl === null
        ? null
        : openDatabase({ url: replicaUrl, connections: 1, onError: () => undefined }),
    clock,
    onChange: (isAway, error) =>
      isAway
        ? logger.warn(
            { code: refusalOf(error)?.code },
            'the replica does not answer: reports are read from the primary',
          )
        : logger.info('reports are read from the replica again'),
  })
  const callers = new KnownCallers(db)
  const links = new LinkTokens(db, linkSecret)
  const tokens =
    oidc &&
    openAccessTokens(oidc, {
      clock,
      onTrouble: (reason) => logger.warn({ reason }, 'the keys of the identity provider could not be had'),
    })
  const streams = new EventStreams(
    db,
    callers,
    clock,
    warnsThat('the feed could not be read for those who listen'),
  )
  const pulse = new WaitingRoom(db, clock, warnsThat('answers to the pulse could not be written yet'))
  const targets = openTargets(webhookPrivateNetworks)

  speakPlainly()
  const limits = limitRates(db, rateLimits, clock)
  const { options, guard, line } = guardServer({ logger, trustProxy, corsOrigins, meters })
  measureInstance(meters, { db, line, streams })
  meters.figuresFrom(readFigures(db, clock))
  const app = Fastify({
    ...options,
    // Whoever logs an error, ours or the framework's: what it was about stays out.
    loggerInstance: logger.child({}, { serializers: { err: (error: unknown) => logError(error) } }),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(() => JSON.stringify)
  app.setErrorHandler(async (error, request, reply) =>
    sendProblem(await wholeRefusal(problemOf(error, request), request, db, clock()), request, reply),
  )
  traceRequests(app, tracer)
  logRequests(app)
  measureRequests(app, meters)
  await guard(app)
  readBodies(app)

  // What serves calls is more than half of the house: a worker starts without it.
  if (serves) {
    const { describeOperations } = await import('./openapi/describe-operations.ts')
    await describeOperations(app, publicUrl)
  }
  let stopping = false
  tellHealth(app, db, () => stopping)
  let background: Background | undefined
  app.addHook('onReady', async () => {
    if (asleep) return
    if (serves) {
      await callers.listen(() => {
        streams.wake()
        background?.wake()
      })
      streams.start()
      pulse.start()
    }
    background = startBackground({ db, clock, targets, tracer, deadlines, webhooks, warnsThat })
  })
  app.addHook('preClose', async () => {
    stopping = true
    await streams.stop()
  })
  app.addHook('onClose', async () => {
    await pulse.stop()
    await background?.stop()
    await callers.close()
    await reports.close()
    await db.close()
    await tracer?.close()
  })
  if (!serves) return app

  const [{ explainProblems }, { serveDocumentation }, { openAddresses }] = await Promise.all([
    import('./documentation/explain-problems.ts'),
    import('./documentation/serve-documentation.ts'),
    import('./addresses.ts'),
  ])
  explainProblems(app, publicUrl)
  serveDocumentation(app, publicUrl)
  tellPublicKeys(app, db)
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/docs'))
  const base = publicUrl?.replace(/\/+$/, '') ?? ''
  await openAddresses(
    app,
    {
      db,
      reports,
      callers,
      tokens,
      links,
      limits,
      clock,
      streams,
      pulse,
      targets,
      base,
    },
    tellsMetrics ? meters : null,
  )
  return app
}
