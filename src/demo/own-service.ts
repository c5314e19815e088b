import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { buildApp } from '../app.ts'
import { openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { bootstrapKey } from '../rooms/access/bootstrap-key.ts'
import { newSecret } from '../rooms/access/secret.ts'

/** A service that lives as long as the demo. */
export interface OwnService {
  /** With `/v1`. */
  readonly url: string
  readonly key: string
  stop(): Promise<void>
}

/** Starts a service on a free port, on the database at `databaseUrl` or one that is thrown away afterwards. */
export async function startOwnService(databaseUrl: string | null): Promise<OwnService> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    const failures: unknown[] = []
    // One step that fails, as when a second Ctrl-C hits it, keeps none of the others back.
    for (let next = undo.pop(); next; next = undo.pop()) await next().catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  try {
    const url = databaseUrl ?? (await startTemporary(undo))
    await migrate(url)
    const key = await admit(url)
    const app = await buildApp({ databaseUrl: url, connections: 4, logger: pino({ level: 'silent' }) })
    undo.push(() => app.close())
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    return { url: `${address}/v1`, key, stop }
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
