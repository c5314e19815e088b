import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { openDatabase } from '../db/database.ts'
import { databaseFailure } from '../db/database-failure.ts'
import { migrate } from '../db/migrate.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { bootstrapKey } from '../rooms/access/bootstrap-key.ts'
import { newSecret } from '../rooms/access/secret.ts'
import { DemoClock } from './demo-clock.ts'

/** The service in which the demo plays. */
export interface Stage {
  /** With `/v1`. */
  readonly url: string
  readonly key: string
  /** Its time, where that is for the demo to tell: in a database of its own. */
  readonly clock: DemoClock | undefined
  stop(): Promise<void>
}

/** Starts a service on a free port, on the database at `databaseUrl` or one that is thrown away afterwards. */
export async function startOwnService(databaseUrl: string | null): Promise<Stage> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    const failures: unknown[] = []
    // One step that fails, as when a second Ctrl-C hits it, keeps none of the others back.
    for (let next = undo.pop(); next; next = undo.pop()) await next().catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  try {
    const url = databaseUrl ?? (await startTemporary(undo))
    await migrate(url).catch((error: unknown) => {
      throw databaseFailure(error, 'DATABASE_URL', url)
    })
    // In a database that somebody keeps, the time is not for us to tell.
    const clock = databaseUrl === null ? new DemoClock(url) : undefined
    const key = await admit(url)
    const logger = pino({ level: 'silent' })
    // Loaded once there is a database to start on.
    const { buildApp } = await import('../app.ts')
    const app = await buildApp({
      databaseUrl: url,
      connections: 4,
      logger,
      ...(clock && { clock: clock.now }),
    })
    undo.push(() => app.close())
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    return { url: `${address}/v1`, key, clock, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startTemporary(undo: (() => Promise<unknown>)[]): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'eigenaar-demo-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  const embedded = await startEmbedded({ dataDir, settings: { fsync: 'off' } })
  undo.push(() => embedded.stop())
  return embedded.url
}

/** A key of our own, as an administrator would give with BOOTSTRAP_API_KEY. */
async function admit(databaseUrl: string): Promise<string> {
  const key = newSecret()
  const db = openDatabase({ url: databaseUrl, connections: 1, onError: () => undefined })
  try {
    await bootstrapKey(db, key)
    return key
  } finally {
    await db.close()
  }
}
