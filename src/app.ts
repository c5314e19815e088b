import Fastify, { type FastifyBaseLogger } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { openDatabase } from './db/database.ts'
import { refusalOf } from './db/errors.ts'
import { openReportDatabase } from './db/report-database.ts'
import { explainProblems } from './documentation/explain-problems.ts'
import { serveDocumentation } from './documentation/serve-documentation.ts'
import { LinkTokens } from './facts/link-tokens.ts'
import { problemOf, sendProblem } from './http/answer-problem.ts'
import type { App } from './http/app-type.ts'
import { logRequests } from './http/audit.ts'
import { readBodies } from './http/bodies/body.ts'
import { identifyCallers } from './http/caller.ts'
import { openDoor } from './http/door.ts'
import { completeFaults } from './http/faults/complete-faults.ts'
import { tellHealth } from './http/health.ts'
import { limitRates, type RateLimits } from './http/limit-rates.ts'
import { logError } from './http/log-error.ts'
import { readFigures } from './http/meters/figures.ts'
import { measureInstance } from './http/meters/measure-instance.ts'
import { measureRequests } from './http/meters/measure-requests.ts'
import { Meters } from './http/meters/meters.ts'
import { metricsRoute, stillKnown } from './http/meters/metrics-route.ts'
import { traceRequests } from './http/meters/trace-requests.ts'
import { readScimBodies } from './http/scim.ts'
import { scimPrefix } from './http/scim-path.ts'
import { guardServer } from './http/server/server.ts'
import { tellPublicKeys } from './http/tell-public-keys.ts'
import type { Clock } from './lib/instant.ts'
import { speakPlainly } from './lib/messages.ts'
import type { Tracer } from './lib/traces/tracing.ts'
import { describeOperations } from './openapi/describe-operations.ts'
import { presenceRoutes } from './rooms/absences/presence-routes.ts'
import { absenceRoutes } from './rooms/absences/routes.ts'
import { type OidcSettings, openAccessTokens } from './rooms/access/access-tokens.ts'
import { apiKeyRoutes } from './rooms/access/api-key-routes.ts'
import { KnownCallers } from './rooms/access/known-callers.ts'
import { askRoutes } from './rooms/asks/routes.ts'
import { boardRoutes } from './rooms/board/routes.ts'
import { calendarFeedRoutes } from './rooms/calendar-feed/routes.ts'
import { callbackRoutes } from './rooms/callbacks/routes.ts'
import { caseRoutes } from './rooms/cases/routes.ts'
import { answerRoutes } from './rooms/consultations/answer-routes.ts'
import { consultationRoutes } from './rooms/consultations/routes.ts'
import { contactRoutes } from './rooms/contacts/routes.ts'
import { correctionRoutes } from './rooms/corrections/routes.ts'
import { factRoutes } from './rooms/customers/fact-routes.ts'
import { customerReferenceRoutes } from './rooms/customers/reference-routes.ts'
import { customerRoutes } from './rooms/customers/routes.ts'
import { meRoutes } from './rooms/day/routes.ts'
import { departureRoutes } from './rooms/departures/routes.ts'
import { deviationRoutes } from './rooms/deviations/routes.ts'
import { disturbanceRoutes } from './rooms/disturbances/routes.ts'
import { effectRoutes } from './rooms/effect/routes.ts'
import { employeeRoutes } from './rooms/employees/routes.ts'
import { eventRoutes } from './rooms/events/routes.ts'
import { startSequencer } from './rooms/events/sequencer.ts'
import { exportRoutes } from './rooms/exports/routes.ts'
import { budgetRoutes } from './rooms/gestures/budget-routes.ts'
import { gestureEndRoutes } from './rooms/gestures/end-routes.ts'
import { gestureRoutes } from './rooms/gestures/routes.ts'
import { headsUpRoutes } from './rooms/heads-ups/routes.ts'
import { ideaRoutes } from './rooms/ideas/routes.ts'
import { customerImportRoutes } from './rooms/imports/customer-routes.ts'
import { importRoutes } from './rooms/imports/routes.ts'
import { startImports } from './rooms/imports/start-imports.ts'
import { startDeadlines } from './rooms/jobs/start-deadlines.ts'
import { startOutreaches } from './rooms/jobs/start-outreaches.ts'
import { journeyRoutes } from './rooms/journey/routes.ts'
import { mergeRoutes } from './rooms/merges/routes.ts'
import { organisationRoutes } from './rooms/organisation/routes.ts'
import { outreachCustomerRoutes } from './rooms/outreaches/customer-routes.ts'
import { outreachRoutes } from './rooms/outreaches/routes.ts'
import { outreachRunRoutes } from './rooms/outreaches/run-routes.ts'
import { pageRoutes } from './rooms/pages/routes.ts'
import { personalDataRoutes } from './rooms/personal-data/routes.ts'
import { scimDiscoveryRoutes } from './rooms/provisioning/discovery-routes.ts'
import { scimUserChangeRoutes } from './rooms/provisioning/user-change-routes.ts'
import { scimUserRoutes } from './rooms/provisioning/user-routes.ts'
import { pulseRoutes } from './rooms/pulse/routes.ts'
import { WaitingRoom } from './rooms/pulse/waiting-room.ts'
import { countedReportRoutes } from './rooms/reports/report-routes.ts'
import { reportRoutes } from './rooms/reports/routes.ts'
import { ruleRoutes } from './rooms/rules/routes.ts'
import { EventStreams } from './rooms/streams/event-streams.ts'
import { redeemTicket } from './rooms/streams/tickets.ts'
import { successionRoutes } from './rooms/successions/routes.ts'
import { surveyRoutes } from './rooms/surveys/routes.ts'
import { agreementRoutes } from './rooms/teams/agreement-routes.ts'
import { teamRoutes } from './rooms/teams/routes.ts'
import { callRoutes } from './rooms/telephony/call-routes.ts'
import { telephonyRoutes } from './rooms/telephony/routes.ts'
import { zammadRoutes } from './rooms/telephony/zammad-routes.ts'
import { topicRoutes } from './rooms/topics/routes.ts'
import { trackingRoutes } from './rooms/tracking/routes.ts'
import { valueRoutes } from './rooms/values/routes.ts'
import { deliveryRoutes } from './rooms/webhooks/delivery-routes.ts'
import { webhookRoutes } from './rooms/webhooks/routes.ts'
import { startWebhooks, type Webhooks } from './rooms/webhooks/start-webhooks.ts'
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

/** The plan of the house: what every request passes, and every room, in order. */
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
  const base = publicUrl?.replace(/\/+$/, '') ?? ''
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
  let sending: Webhooks | undefined
  let stopping = false

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
    sendProblem(await completeFaults(problemOf(error, request), request, db, clock()), request, reply),
  )
  traceRequests(app, tracer)
  logRequests(app)
  measureRequests(app, meters)
  await guard(app)
  readBodies(app)

  if (serves) await describeOperations(app, publicUrl)
  tellHealth(app, db, () => stopping)
  let sequencer: ReturnType<typeof startSequencer> | undefined
  let teller: ReturnType<typeof startDeadlines> | undefined
  let importer: ReturnType<typeof startImports> | undefined
  let reacher: ReturnType<typeof startOutreaches> | undefined
  app.addHook('onReady', async () => {
    if (asleep) return
    if (serves) {
      await callers.listen(() => {
        streams.wake()
        sending?.wake()
      })
      streams.start()
      pulse.start()
    }
    sequencer = startSequencer(db, clock, warnsThat('the feed could not be numbered'))
    if (webhooks)
      sending = startWebhooks(db, targets, clock, warnsThat('webhooks could not be served'), tracer)
    if (!deadlines) return
    teller = startDeadlines(db, clock, warnsThat('promises that fall due could not be told of'))
    importer = startImports(db, clock, warnsThat('an import could not go on'))
    reacher = startOutreaches(db, clock, warnsThat('an outreach could not go on'))
  })
  app.addHook('preClose', async () => {
    stopping = true
    await streams.stop()
  })
  app.addHook('onClose', async () => {
    await pulse.stop()
    await sending?.stop()
    await teller?.stop()
    await importer?.stop()
    await reacher?.stop()
    await sequencer?.stop()
    await callers.close()
    await reports.close()
    await db.close()
    await tracer?.close()
  })
  if (!serves) return app

  explainProblems(app, publicUrl)
  serveDocumentation(app, publicUrl)
  tellPublicKeys(app, db)
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/docs'))
  const door = openDoor({ db, reports, callers, links, clock })
  const pages = { links, limits, base }
  await app.register(
    async (v1) => {
      const redeem = (ticket: string, now: Temporal.Instant) => redeemTicket(db, callers, ticket, now)
      identifyCallers(v1, { callers, tokens, limits, clock, redeem })
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
      calendarFeedRoutes(v1, door, base)
      customerRoutes(v1, door)
      customerReferenceRoutes(v1, door)
      factRoutes(v1, door)
      mergeRoutes(v1, door)
      personalDataRoutes(v1, door, db, clock)
      caseRoutes(v1, door)
      contactRoutes(v1, door)
      callbackRoutes(v1, door)
      consultationRoutes(v1, door)
      answerRoutes(v1, door)
      successionRoutes(v1, door)
      correctionRoutes(v1, door)
      valueRoutes(v1, door)
      gestureRoutes(v1, door)
      gestureEndRoutes(v1, door)
      budgetRoutes(v1, door)
      askRoutes(v1, door)
      ruleRoutes(v1, door)
      deviationRoutes(v1, door)
      pulseRoutes(v1, door, pulse)
      ideaRoutes(v1, door)
      headsUpRoutes(v1, door)
      disturbanceRoutes(v1, door)
      outreachRoutes(v1, door)
      outreachRunRoutes(v1, door)
      outreachCustomerRoutes(v1, door, db)
      effectRoutes(v1, door)
      surveyRoutes(v1, door, pages)
      trackingRoutes(v1, door, pages)
      telephonyRoutes(v1, door)
      callRoutes(v1, door)
      zammadRoutes(v1, door, { callers, tokens, limits, clock })
      reportRoutes(v1, door)
      countedReportRoutes(v1, door)
      journeyRoutes(v1, door)
      eventRoutes(v1, door, { streams, db, clock })
      exportRoutes(v1, reports, db)
      customerImportRoutes(v1, door, db)
      importRoutes(v1, door, db)
      webhookRoutes(v1, door, targets)
      deliveryRoutes(v1, door)
      apiKeyRoutes(v1, door)
    },
    { prefix: '/v1' },
  )
  pageRoutes(app, door, pages)
  if (tellsMetrics)
    await app.register(async (figures) => {
      identifyCallers(figures, { callers: stillKnown(callers), tokens, limits, clock })
      metricsRoute(figures, meters)
    })
  await app.register(
    async (scim) => {
      readScimBodies(scim)
      identifyCallers(scim, { callers, tokens, limits, clock })
      scimUserRoutes(scim, door, base + scimPrefix)
      scimUserChangeRoutes(scim, door, base + scimPrefix)
      scimDiscoveryRoutes(scim, door, base + scimPrefix)
    },
    { prefix: scimPrefix },
  )

  return app
}
