import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbedded } from '../../src/postgres/embedded.ts'

/** A PostgreSQL server for one run of the tests. */
export interface TestServer {
  /** As a user who may create databases. */
  readonly url: string
  /** Whether what a run leaves on it stays. */
  readonly outlivesUs: boolean
  /** Files in which it logs, those that we can read. */
  readonly logs: readonly string[]
  stop(): Promise<void>
}

/**
 * The server at TEST_DATABASE_URL where that is set; a container of the official image with
 * TEST_DATABASE=containers, if a Docker engine answers; the embedded one otherwise, which needs nothing but npm.
 */
export async function startServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, outlivesUs: true, logs: [], stop: async () => undefined }
  if (process.env.TEST_DATABASE === 'containers') {
    const server = await startContainer()
    if (server !== undefined) return server
    process.stderr.write('No Docker engine answers; the tests use the embedded PostgreSQL\n')
  }
  return startTemporary()
}

/** Safe against nothing: what a test run writes is thrown away. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

async function startTemporary(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(await quickestFolder(), 'eigenaar-test-'))
  const embedded = await startEmbedded({ dataDir, settings: { ...FAST, max_connections: '200' } })
  return {
    url: embedded.url,
    outlivesUs: false,
    logs: [join(dataDir, 'postgres', 'postgres.log')],
    async stop() {
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** In memory where there is plenty: a database consists of some eight hundred files, and on a disk cloning one takes ten times as long. */
export async function quickestFolder(): Promise<string> {
  const gigabyte = 2 ** 30
  const shared = '/dev/shm'
  const { bavail, bsize } = await statfs(shared).catch(() => ({ bavail: 0, bsize: 0 }))
  const isRoomy = bavail * bsize > 4 * gigabyte && process.availableMemory() > 6 * gigabyte
  return isRoomy ? shared : tmpdir()
}

async function startContainer(): Promise<TestServer | undefined> {
  const { GenericContainer, getContainerRuntimeClient } = await import('testcontainers')
  try {
    await getContainerRuntimeClient()
  } catch {
    return undefined
  }
  const settings = Object.entries({ ...FAST, max_connections: '200' }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const container = await new GenericContainer('postgres:18')
    .withEnvironment({ POSTGRES_USER: 'eigenaar', POSTGRES_PASSWORD: 'test', POSTGRES_DB: 'eigenaar' })
    .withCommand(['postgres', ...settings])
    .withExposedPorts(5432)
    .start()
  const url = `postgresql://eigenaar:test@${container.getHost()}:${container.getMappedPort(5432)}/eigenaar`
  await untilItAnswers(url)
  return { url, outlivesUs: false, logs: [], stop: async () => void (await container.stop()) }
}

/** The proxy of a published port accepts connections before PostgreSQL does. */
async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('SELECT')
      return
    } catch (error) {
      if (attempt === 120) throw error
      await sleep(250)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
