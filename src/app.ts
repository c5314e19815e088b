import Fastify, { type FastifyBaseLogger } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { type OidcSettings, openAccessTokens } from './access/access-tokens.ts'
import { apiKeyRoutes } from './access/api-key-routes.ts'
import { KnownCallers } from './access/known-callers.ts'
import { callbackRoutes } from './callbacks/routes.ts'
import { contactRoutes } from './cases/contact-routes.ts'
import { correctionRoutes } from './cases/correction-routes.ts'
import { caseRoutes } from './cases/routes.ts'
import { successionRoutes } from './cases/succession-routes.ts'
import { answerRoutes } from './consultations/answer-routes.ts'
import { consultationRoutes } from './consultations/routes.ts'
import { factRoutes } from './customers/fact-routes.ts'
import { mergeRoutes } from './customers/merge-routes.ts'
import { customerReferenceRoutes } from './customers/reference-routes.ts'
import { customerRoutes } from './customers/routes.ts'
import { openDatabase } from './db/database.ts'
import { refusalOf } from './db/errors.ts'
import { eventRoutes } from './events/routes.ts'
import { startSequencer } from './events/sequencer.ts'
import { problemOf, sendProblem } from './http/answer-problem.ts'
import type { App } from './http/app-type.ts'
import { logRequests } from './http/audit.ts'
import { readBodies } from './http/body.ts'
import { identifyCallers } from './http/caller.ts'
import { openDoor } from './http/door.ts'
import { explainProblems } from './http/explain-problems.ts'
import { tellHealth } from './http/health.ts'
import { limitRates, type RateLimits } from './http/limit-rates.ts'
import { readScimBodies, scimPrefix } from './http/scim.ts'
import { guardServer } from './http/server.ts'
import { tellError } from './http/tell-error.ts'
import { startDeadlines } from './jobs/start-deadlines.ts'
import type { Clock } from './lib/instant.ts'
import { speakPlainly } from './lib/messages.ts'
import { describeOperations } from './openapi/describe-operations.ts'
import { agreementRoutes } from './organisation/agreement-routes.ts'
import { boardRoutes } from './organisation/board-routes.ts'
import { organisationRoutes } from './organisation/organisation-routes.ts'
import { teamRoutes } from './organisation/team-routes.ts'
import { topicRoutes } from './organisation/topic-routes.ts'
import { absenceRoutes } from './people/absence-routes.ts'
import { calendarFeedRoutes } from './people/calendar-feed-routes.ts'
import { departureRoutes } from './people/departure-routes.ts'
import { meRoutes } from './people/me-routes.ts'
import { presenceRoutes } from './people/presence-routes.ts'
import { employeeRoutes } from './people/routes.ts'
import { scimDiscoveryRoutes } from './provisioning/discovery-routes.ts'
import { scimUserChangeRoutes } from './provisioning/user-change-routes.ts'
import { scimUserRoutes } from './provisioning/user-routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { callRoutes } from './telephony/call-routes.ts'
import { telephonyRoutes } from './telephony/routes.ts'
import { zammadRoutes } from './telephony/zammad-routes.ts'

export interface AppOptions {
  readonly databaseUrl: string
  /** Leads past a pooler to PostgreSQL itself; left out: `databaseUrl`. */
  readonly directUrl?: string
  readonly connections?: number
  readonly logger: FastifyBaseLogger
  readonly clock?: Clock
  readonly publicUrl?: string | null
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
  /** Nothing is started and the database is never asked: enough to describe the operations. */
  readonly asleep?: boolean
}

/** The plan of the house: what every request passes, and every room, in order. */
export async function buildApp({
  databaseUrl,
  directUrl = databaseUrl,
  connections = 8,
  logger,
  clock = Temporal.Now.instant,
  publicUrl = null,
  trustProxy = [],
  corsOrigins = [],
  rateLimits = { systems: 600_000, employees: 6000 },
  oidc = null,
  serves = true,
  deadlines = false,
  asleep = false,
}: AppOptions): Promise<App> {
  const db = openDatabase({
    url: databaseUrl,
    directUrl,
    connections,
    onError: (error) =>
      logger.warn({ code: 'code' in error ? error.code : undefined }, 'a connection to the database broke'),
  })
  const callers = new KnownCallers(db)
  const tokens =
    oidc &&
    openAccessTokens(oidc, {
      clock,
      onTrouble: (reason) => logger.warn({ reason }, 'the keys of the identity provider could not be had'),
    })
  let stopping = false

  speakPlainly()
  const limits = limitRates(db, rateLimits, clock)
  const { options, guard } = guardServer({ logger, trustProxy, corsOrigins })
  const app = Fastify({
    ...options,
    // Whoever logs an error, ours or the framework's: what it was about stays out.
    loggerInstance: logger.child({}, { serializers: { err: (error: unknown) => tellError(error) } }),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(() => JSON.stringify)
  app.setErrorHandler((error, request, reply) => sendProblem(problemOf(error, request), request, reply))
  logRequests(app)
  await guard(app)
  readBodies(app)

  if (serves) await describeOperations(app, publicUrl)
  tellHealth(app, db, () => stopping)
  let sequencer: ReturnType<typeof startSequencer> | undefined
  let teller: ReturnType<typeof startDeadlines> | undefined
  app.addHook('onReady', async () => {
    if (asleep) return
    if (serves) await callers.listen()
    sequencer = startSequencer(db, (error) =>
      logger.warn({ code: refusalOf(error)?.code }, 'the feed could not be numbered'),
    )
    if (deadlines)
      teller = startDeadlines(db, clock, (error) =>
        logger.warn({ code: refusalOf(error)?.code }, 'promises that fall due could not be told of'),
      )
  })
  app.addHook('preClose', () => {
    stopping = true
  })
  app.addHook('onClose', async () => {
    await teller?.stop()
    await sequencer?.stop()
    await callers.close()
    await db.close()
  })
  if (!serves) return app

  explainProblems(app)
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/docs'))
  await app.register(
    async (v1) => {
      identifyCallers(v1, { callers, tokens, limits, clock })
      const door = openDoor(db, callers, clock)
      organisationRoutes(v1, door)
      teamRoutes(v1, door)
      agreementRoutes(v1, door)
      boardRoutes(v1, door)
      topicRoutes(v1, door)
      employeeRoutes(v1, door)
      absenceRoutes(v1, door)
      presenceRoutes(v1, door)
      departureRoutes(v1, door)
      meRoutes(v1, door)
      calendarFeedRoutes(v1, door, publicUrl?.replace(/\/+$/, '') ?? '')
      customerRoutes(v1, door)
      customerReferenceRoutes(v1, door)
      factRoutes(v1, door)
      mergeRoutes(v1, door)
      caseRoutes(v1, door)
      contactRoutes(v1, door)
      callbackRoutes(v1, door)
      consultationRoutes(v1, door)
      answerRoutes(v1, door)
      successionRoutes(v1, door)
      correctionRoutes(v1, door)
      telephonyRoutes(v1, door)
      callRoutes(v1, door)
      zammadRoutes(v1, door, { callers, tokens, limits, clock })
      reportRoutes(v1, door)
      eventRoutes(v1, door)
      apiKeyRoutes(v1, door)
    },
    { prefix: '/v1' },
  )
  await app.register(
    async (scim) => {
      readScimBodies(scim)
      identifyCallers(scim, { callers, tokens, limits, clock })
      const door = openDoor(db, callers, clock)
      const base = `${publicUrl?.replace(/\/+$/, '') ?? ''}${scimPrefix}`
      scimUserRoutes(scim, door, base)
      scimUserChangeRoutes(scim, door, base)
      scimDiscoveryRoutes(scim, door, base)
    },
    { prefix: scimPrefix },
  )

  return app
}
