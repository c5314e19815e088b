import pino from 'pino'
import { buildApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { openDatabase } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import type { App } from './http/app-type.ts'
import { DataDirInUse, type EmbeddedPostgres, startEmbedded } from './postgres/embedded.ts'
import { bootstrapKey } from './rooms/access/bootstrap-key.ts'
import { welcome } from './welcome.ts'

/** The process: configuration, database, application, listen; and let go of all of it in the other order. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const logger = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const say = (line: string) => logger.info(line)

  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir, say }) : null
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? ''
  try {
    await migrate(config.databaseDirectUrl ?? databaseUrl, say)
    const serves = config.role !== 'worker'
    // A worker takes no keys, and its log is not where anybody would look for one.
    const firstKey = serves ? await firstKeyOf(databaseUrl, config.bootstrapApiKey) : null
    const app = await buildApp({
      serves,
      deadlines: config.role !== 'api',
      databaseUrl,
      directUrl: config.databaseDirectUrl ?? databaseUrl,
      connections: config.databaseConnections,
      logger,
      publicUrl: config.publicUrl,
      trustProxy: config.trustProxy,
      corsOrigins: config.corsOrigins,
      rateLimits: config.rateLimits,
      oidc: config.oidc,
    })
    stopOnSignals(app, embedded, logger)
    const address = await app.listen({ host: config.host, port: config.port, backlog: 511 })
    if (firstKey !== null)
      process.stdout.write(welcome(config.publicUrl ?? reachable(config, address), firstKey))
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function firstKeyOf(url: string, given: string | null): Promise<string | null> {
  const db = openDatabase({ url, connections: 1, onError: () => undefined })
  try {
    return await bootstrapKey(db, given)
  } finally {
    await db.close()
  }
}

/** The address to call from this machine: one that listens everywhere is also here. */
const reachable = ({ host }: Config, address: string): string =>
  host === '0.0.0.0' || host === '::' ? address.replace(/\/\/[^/]*:/, '//127.0.0.1:') : address

const patience = 25_000

/** Finishes what runs, then stops; a second signal stops at once. */
function stopOnSignals(app: App, embedded: EmbeddedPostgres | null, logger: pino.Logger): void {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    logger.info(`${signal}: finishing what runs`)
    // Node closes the connections that are idle now; those that answer a last request are idle only then.
    setInterval(() => app.server.closeIdleConnections(), 100).unref()
    // Sockets that send nothing more would hold us up for ever.
    setTimeout(() => app.server.closeAllConnections(), patience - 5_000).unref()
    setTimeout(() => process.exit(1), patience).unref()
    await app.close()
    await embedded?.stop()
    logger.info('stopped')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof DataDirInUse || isAddressInUse(error)
  process.stderr.write(`${known && error instanceof Error ? error.message : describe(error)}\n`)
  process.exit(1)
})

const isAddressInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
