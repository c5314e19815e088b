import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { createDatabase, createEmptyDatabase, type TestDatabase } from '../support/database.ts'

const OURS = new URL('../../migrations', import.meta.url).pathname

describe('the migrations', () => {
  test('are all applied, each exactly once, by four instances that start at the same moment', async () => {
    await withDatabase(createEmptyDatabase, async (url) => {
      const files = await stamps(OURS)
      const applied = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)])
      expect(applied.toSorted()).toEqual([0, 0, 0, files.length].toSorted())
      expect(await rows(url, 'SELECT name FROM drizzle.__drizzle_migrations ORDER BY id')).toEqual(
        files.map((name) => ({ name })),
      )
    })
  })

  test('have nothing left to do in a clone of the template', async () => {
    await withDatabase(createDatabase, async (url) => expect(await migrate(url)).toBe(0))
  })

  test('have stamps that only grow: each was made after those it builds on', async () => {
    const seen = new Set(['00000000-0000-0000-0000-000000000000'])
    for (const name of await stamps(OURS)) {
      expect(name).toMatch(/^\d{14}_\w+$/)
      const { id, prevIds } = JSON.parse(await readFile(join(OURS, name, 'snapshot.json'), 'utf8'))
      for (const previous of prevIds) expect(seen, `${name} builds on a later one`).toContain(previous)
      seen.add(id)
    }
    expect(seen.size).toBeGreaterThan(1)
  })
})

describe('migrate', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eigenaar-migrations-'))
    await write('20260101000000_first', 'CREATE TABLE notes (id int PRIMARY KEY)')
  })

  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('applies what was added since, and says how much', async () => {
    await withDatabase(createEmptyDatabase, async (url) => {
      const said: string[] = []
      expect(await migrate(url, undefined, folder)).toBe(1)
      await write('20260102000000_second', 'ALTER TABLE notes ADD COLUMN body text')
      expect(await migrate(url, (line) => said.push(line), folder)).toBe(1)
      expect(said).toEqual(['Applied 1 migration'])
    })
  })

  test('applies all or nothing', async () => {
    await withDatabase(createEmptyDatabase, async (url) => {
      await write('20260102000000_broken', 'ALTER TABLE missing ADD COLUMN body text')
      await expect(migrate(url, undefined, folder)).rejects.toMatchObject({ cause: { code: '42P01' } })
      expect(await rows(url, `SELECT to_regclass('notes') AS name`)).toEqual([{ name: null }])
    })
  })

  test('lets others pass while a table it wants to change is in use', async () => {
    await withDatabase(createEmptyDatabase, async (url) => {
      await migrate(url, undefined, folder)
      await write('20260102000000_second', 'ALTER TABLE notes ADD COLUMN body text')
      const reader = new Client({ connectionString: url })
      await reader.connect()
      await reader.query('BEGIN')
      await reader.query('SELECT * FROM notes')

      const said: string[] = []
      const migrating = migrate(url, (line) => said.push(line), folder)
      await expect.poll(() => said).toContain('A table is in use; trying again')
      await reader.query('COMMIT')
      await reader.end()
      expect(await migrating).toBe(1)
    })
  })

  test('waits for a server that is starting', async () => {
    await withDatabase(createEmptyDatabase, async (url) => {
      const said: string[] = []
      const server = createServer((socket) =>
        pipeline(socket, connectTo(new URL(url)), socket, () => undefined),
      )
      await once(server.listen(0, '127.0.0.1'), 'listening')
      const { port } = server.address() as AddressInfo
      server.close()

      const through = new URL(url)
      through.host = `127.0.0.1:${port}`
      through.searchParams.delete('host')
      const migrating = migrate(through.href, (line) => said.push(line), folder)
      await expect.poll(() => said).toContain('Waiting for the database')
      server.listen(port, '127.0.0.1')
      expect(await migrating).toBe(1)
      server.close()
    })
  })

  async function write(name: string, sql: string): Promise<void> {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'migration.sql'), sql)
  }
})

/** A connection to the server of `url`, at its socket or its port. */
function connectTo(url: URL): Socket {
  const folder = url.searchParams.get('host')
  return folder === null ? connect(Number(url.port), url.hostname) : connect(`${folder}/.s.PGSQL.${url.port}`)
}

/** Names of migrations, in the order git got them: by name, which begins with the stamp. */
async function stamps(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function rows(url: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

async function withDatabase(
  create: () => Promise<TestDatabase>,
  use: (url: string) => Promise<unknown>,
): Promise<void> {
  const database = await create()
  try {
    await use(database.url)
  } finally {
    await database.drop()
  }
}
