import { type Config, readConfig } from './config.ts'
import { databaseFailure } from './db/database-failure.ts'
import { CannotStart } from './lib/cannot-start.ts'
import { startEmbedded } from './postgres/embedded.ts'

/** What a command does with the database at `url`, until `signal`; it says how far it is. */
type Command = (url: string, signal: AbortSignal, say: (line: string) => void) => Promise<void>

/** Runs a command on the database that the settings name, and lets go of it, also when Ctrl-C ends it half way. */
export async function withDatabase(command: Command): Promise<void> {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  try {
    await run(command, readConfig(process.env), stopping.signal)
  } catch (error) {
    process.exitCode = 1
    if (stopping.signal.aborted) process.stderr.write('Stopped.\n')
    else if (error instanceof CannotStart) process.stderr.write(`${error.message}\n`)
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  }
}

async function run(command: Command, { databaseUrl, dataDir }: Config, signal: AbortSignal): Promise<void> {
  const embedded = databaseUrl === null ? await startEmbedded({ dataDir }) : null
  const url = databaseUrl ?? embedded?.url ?? ''
  try {
    await command(url, signal, (line) => process.stdout.write(`${line}\n`))
  } catch (error) {
    throw isOfAnotherVersion(error)
      ? new CannotStart('There is no Eigenaar of this version in this database: start it once.', {
          cause: error,
        })
      : databaseFailure(error, 'DATABASE_URL', url)
  } finally {
    await embedded?.stop()
  }
}

/** PostgreSQL knows no such table, column or function. */
const unknown = new Set(['42P01', '42703', '42883'])

const isOfAnotherVersion = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && unknown.has(String(error.code))) || isOfAnotherVersion(error.cause))
