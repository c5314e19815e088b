import './assert-temporal.ts'
import type pino from 'pino'
import project from '../package.json' with { type: 'json' }
import type { AppOptions } from './app.ts'
import { assertNamedStatementsStay } from './assert-pool.ts'
import { type Config, readConfig } from './config.ts'
import { databaseFailure } from './db/database-failure.ts'
import { migrate } from './db/migrate.ts'
import type { App } from './http/app-type.ts'
import { listenForMetrics } from './http/meters/listen-for-metrics.ts'
import { Meters } from './http/meters/meters.ts'
import { acceptTogether, backlog, mayShare } from './http/server/accept-together.ts'
import { CannotStart } from './lib/cannot-start.ts'
import { assertFree, cannotListen } from './listening.ts'
import { startEmbedded } from './postgres/embedded.ts'
import { settleFeed } from './rooms/events/settle-feed.ts'
import { startLog } from './start-log.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { letIn, tellWayIn } from './way-in.ts'
import { ready } from './welcome.ts'

/** The process: configuration, database, application, listen; and let go of all of it in the other order. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const logger = startLog(config.logLevel)
  const database = config.databaseUrl === null ? 'embedded' : 'given'
  logger.info({ version: project.version, role: config.role, database }, 'Eigenaar starts')

  await assertFree(config.host, config.port, 'PORT')
  if (config.metricsPort !== null) await assertFree(config.host, config.metricsPort, 'METRICS_PORT')
  const embedded = config.databaseUrl === null ? await startEmbedded(embeddedOptions(config, logger)) : null
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? ''
  try {
    await prepareDatabase(config, databaseUrl, logger)
    // Whoever waits until the service is ready may call it with the key that they gave.
    const { bootstrapApiKey: given } = config
    if (serves(config) && given !== null) await letIn(databaseUrl, given)
    const meters = new Meters()
    // Its libraries are loaded where somebody collects what they make, and nowhere else.
    const tracer = config.tracing && (await import('./open-tracing.ts')).openTracing(config.tracing)
    const app = await build(config, databaseUrl, { meters, tracer, logger })
    stopOnSignals(app, embedded, logger)
    await tellFigures(app, meters, config, logger)
    const address = reachable(config, await listen(app, config))
    const url = config.publicUrl ?? address
    logger.info({ version: project.version, url }, `ready at ${url}`)
    // Not before it listens: a key that is made and not shown locks everybody out. A worker takes no keys, and its log
    // is not where anybody would look for one.
    if (serves(config))
      process.stdout.write(given === null ? await tellWayIn(databaseUrl, url) : `${ready(url)}\n`)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

const serves = ({ role }: Config): boolean => role !== 'worker'

const embeddedOptions = ({ dataDir }: Config, logger: pino.Logger) => ({
  dataDir,
  say: (line: string) => logger.info(line),
})

/** Tables as they should be, and a pool that can be worked with; what is wrong is said by the name of the setting. */
async function prepareDatabase(
  { databaseDirectUrl }: Config,
  url: string,
  logger: pino.Logger,
): Promise<void> {
  const direct = databaseDirectUrl ?? url
  const say = (line: string) => logger.info(line)
  await migrate(direct, say).catch((error: unknown) => {
    throw databaseFailure(error, databaseDirectUrl === null ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL', direct)
  })
  await settleFeed(direct)
  await assertNamedStatementsStay(url).catch((error: unknown) => {
    throw databaseFailure(error, 'DATABASE_URL', url)
  })
}

async function build(
  config: Config,
  databaseUrl: string,
  watching: Pick<AppOptions, 'meters' | 'tracer' | 'logger'>,
): Promise<App> {
  // Loaded once it can start: whoever made a mistake in a setting hears of it in half the time.
  const { buildApp } = await import('./app.ts')
  return await buildApp({
    ...watching,
    tellsMetrics: config.metricsPort === null,
    serves: serves(config),
    deadlines: config.role !== 'api',
    webhooks: config.role !== 'api',
    webhookPrivateNetworks: config.webhookPrivateNetworks,
    databaseUrl,
    directUrl: config.databaseDirectUrl ?? databaseUrl,
    replicaUrl: config.databaseReplicaUrl,
    connections: config.databaseConnections,
    publicUrl: config.publicUrl,
    linkSecret: config.linkSecret,
    trustProxy: config.trustProxy,
    corsOrigins: config.corsOrigins,
    rateLimits: config.rateLimits,
    oidc: config.oidc,
  })
}

/** Listens for whoever scrapes, where that has a port of its own. */
async function tellFigures(
  app: App,
  meters: Meters,
  { host, metricsPort }: Config,
  logger: pino.Logger,
): Promise<void> {
  if (metricsPort === null) return
  try {
    const port = await listenForMetrics(app, meters, { host, port: metricsPort })
    logger.info({ port }, 'figures are told at /metrics')
  } catch (error) {
    await app.close()
    throw cannotListen(error, host, metricsPort, 'METRICS_PORT')
  }
}

async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    const options = { host, port, backlog, reusePort: mayShare }
    const address = await app.listen(options)
    if (mayShare) await acceptTogether(app.server)
    return address
  } catch (error) {
    await app.close()
    throw cannotListen(error, host, port, 'PORT')
  }
}

/** The address to call from this machine: one that listens everywhere is also here. */
const reachable = ({ host }: Config, address: string): string =>
  host === '0.0.0.0' || host === '::' ? address.replace(/\/\/[^/]*:/, '//127.0.0.1:') : address

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof CannotStart ? error.message : describe(error)}\n`)
  process.exit(1)
})

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
