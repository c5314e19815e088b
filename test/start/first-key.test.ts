import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { createDatabase, createEmptyDatabase, type TestDatabase } from '../support/database.ts'
import { type Ended, type Started, startProcess } from '../support/start-process.ts'

let folder: string
let database: TestDatabase | undefined
const running: Started[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eigenaar-start-'))
})
afterEach(async () => {
  for (const started of running.splice(0)) await stop(started)
  await database?.drop()
  database = undefined
  await rm(folder, { recursive: true, force: true })
})

function start(settings: Readonly<Record<string, string>>): Started {
  const started = startProcess({ PORT: '0', ...settings })
  running.push(started)
  return started
}

async function stop(started: Started): Promise<Ended> {
  started.stop()
  return await started.ended
}

const key = /export EIGENAAR=(\S+)\/v1 KEY=(eig_\w+)/
const ready = /^Eigenaar (\S+) is ready at (http:\S+) /m

test('a first start that cannot listen leaves the first key to the one that can', async () => {
  database = await createEmptyDatabase()
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const failed = await start({ DATABASE_URL: database.url, PORT: String(port) }).ended
  expect(failed).toMatchObject({ code: 1, complained: expect.stringContaining(`PORT ${port}`) })
  taken.close()

  const [, url, secret] = await start({ DATABASE_URL: database.url }).until(key)
  const answer = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${secret}` } })
  expect(answer.status).toBe(200)
})

test('every start says where it is ready and of which version, a later one also how to get in without the first key', async () => {
  database = await createDatabase()
  await stop(await started(database))
  const later = start({ DATABASE_URL: database.url })
  const [, version, url = ''] = await later.until(ready)
  expect(version).toBe(project.version)
  expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'ok', version })
  await later.until(/was never used[\s\S]+BOOTSTRAP_API_KEY/)
  const { said } = await stop(later)
  expect(said).not.toMatch(key)

  const mine = 'a key of my own, with blanks'.replaceAll(/\W/g, '_').padEnd(40, '.')
  const [, , again = ''] = await start({ DATABASE_URL: database.url, BOOTSTRAP_API_KEY: mine }).until(ready)
  const answer = await fetch(`${again}/v1/me`, { headers: { authorization: `Bearer ${mine}` } })
  expect(answer.status).toBe(200)
})

test('once somebody has called with the first key, a start says no more of it', async () => {
  database = await createDatabase()
  const first = await started(database)
  const [, url, secret] = await first.until(key)
  await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${secret}` } })
  await stop(first)
  const later = start({ DATABASE_URL: database.url })
  await later.until(ready)
  expect((await stop(later)).said).not.toContain('never used')
})

test('the log has levels in words, and no line says ready without the address', async () => {
  database = await createDatabase()
  const first = await started(database)
  const { said } = await stop(first)
  const lines = said.split('\n').filter((line) => line.startsWith('{'))
  const log = lines.map((line): { level: string; msg: string; version?: string } => JSON.parse(line))
  expect(new Set(log.map(({ level }) => level))).toEqual(new Set(['info']))
  expect(log[0]).toMatchObject({ msg: 'Eigenaar starts', version: project.version })
  for (const line of said.split('\n'))
    if (/ready/.test(line)) expect(line).toMatch(/http:\/\/127\.0\.0\.1:\d+/)
})

test('variables that mean another server of the caller do not disturb the embedded one', async () => {
  const elsewhere = {
    PGHOST: 'nohost.invalid',
    PGPORT: '1',
    PGUSER: 'nobody',
    PGDATABASE: 'nothing',
    PGPASSWORD: 'wrong',
    PGSSLMODE: 'verify-full',
    PGOPTIONS: '-c search_path=nowhere -c nonsense',
    PGREPLICATION: 'database',
  }
  await start({ DATA_DIR: join(folder, 'data'), ...elsewhere }).until(key)
})

async function started({ url }: TestDatabase): Promise<Started> {
  const first = start({ DATABASE_URL: url })
  await first.until(key)
  return first
}

test('the key that is given is known before anybody can call', async () => {
  database = await createDatabase()
  const other = new Client({ connectionString: database.url })
  await other.connect()
  // Another instance is at it.
  await other.query('select pg_advisory_lock(1815003)')
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  const { port } = free.address() as AddressInfo
  free.close()
  const given = 'k'.repeat(40)
  const settings = { DATABASE_URL: database.url, PORT: String(port), BOOTSTRAP_API_KEY: given }
  const started = start({ ...settings, HOST: '127.0.0.1' })
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`
  await vi.waitFor(async () => expect((await other.query(waiting)).rowCount).toBe(1), 20_000)
  await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toMatchObject({
    cause: { code: 'ECONNREFUSED' },
  })
  await other.end()
  await started.until(ready)
  const headers = { authorization: `Bearer ${given}` }
  expect((await fetch(`http://127.0.0.1:${port}/v1/me`, { headers })).status).toBe(200)
})
