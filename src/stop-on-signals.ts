import type pino from 'pino'
import type { App } from './http/app-type.ts'
import type { EmbeddedPostgres } from './postgres/embedded.ts'

const patience = 25_000

/** Finishes what runs, then stops; a second signal stops at once. */
export function stopOnSignals(app: App, embedded: EmbeddedPostgres | null, logger: pino.Logger): void {
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
