import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/db/migrate.ts'
import { searchLogs } from './search-logs.ts'
import { quickestFolder, startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** An administrator's connection to the server that holds this run's databases. */
    readonly serverUrl: string
    /** What the names of this run's databases begin with; the template has just this name. */
    readonly databasePrefix: string
    /** How the template is cloned: what follows its name. */
    readonly cloning: string
    /** The folder of this run's logs. */
    readonly logs: string
  }
}

/**
 * Once for the run: a server, and on it one migrated template, which every test file's databases are
 * clones of; and at its end a look into all logs. TEST_TEMPLATE names a database that is one already, but bent: see mutants.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  // Where tests and the processes that they start make their folders: databases of their own among them.
  const folder = await mkdtemp(join(await quickestFolder(), 'eigenaar-tests-'))
  await chmod(folder, 0o755)
  process.env.TMPDIR = folder
  const prefix = `eigenaar_test_${randomBytes(5).toString('hex')}`
  const logs = fileURLToPath(new URL(`../../node_modules/.vitest/logs/${prefix}`, import.meta.url))
  try {
    await mkdir(logs, { recursive: true })
    await asAdministrator(server.url, async (client) => {
      const given = process.env.TEST_TEMPLATE
      await client.query(`CREATE DATABASE ${prefix}${given ? ` TEMPLATE ${given}` : ''}`)
      const template = new URL(server.url)
      template.pathname = `/${prefix}`
      if (!given) await migrate(template.href)
      // Nobody can be cloned with somebody inside, so nobody may enter.
      await client.query(`ALTER DATABASE ${prefix} ALLOW_CONNECTIONS false`)
    })
  } catch (error) {
    await letGo()
    throw error
  }
  project.provide('serverUrl', server.url)
  project.provide('databasePrefix', prefix)
  // Two thirds of the work where nothing has to be safe; a server of others would flush each of eight hundred files.
  project.provide('cloning', server.outlivesUs ? '' : 'STRATEGY file_copy')
  project.provide('logs', logs)

  return async () => {
    try {
      // What customers said and who may call stays out of every log, whatever the tests made the service do.
      searchLogs(logs, ...server.logs)
      await rm(logs, { recursive: true })
    } finally {
      await letGo()
    }
  }

  async function letGo(): Promise<void> {
    if (server.outlivesUs) await asAdministrator(server.url, (client) => dropAll(client, prefix))
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function dropAll(client: Client, prefix: string): Promise<void> {
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
    prefix,
  ])
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
}

async function asAdministrator(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
