import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from './processes.ts'

/** Milliseconds from `node src/main.ts` until it is ready to serve, with a PostgreSQL of its own. */
export interface ColdStart {
  /** Makes the database first. */
  readonly first: number
  readonly second: number
}

/** Starts the service on an empty folder, stops it, and starts it again. */
export async function measureStart(signal: AbortSignal): Promise<ColdStart> {
  const folder = await mkdtemp(join(tmpdir(), 'eigenaar-bench-start-'))
  const start = async () => {
    const server = await startServer('src/main.ts', { DATA_DIR: folder }, signal)
    await server.stop()
    return server.readyAfter
  }
  try {
    return { first: await start(), second: await start() }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
