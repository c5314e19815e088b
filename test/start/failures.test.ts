import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { databaseFailure } from '../../src/db/database-failure.ts'
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts'
import { type Ended, startProcess } from '../support/start-process.ts'

let folder: string
let database: TestDatabase
let taken: Server
let port: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eigenaar-start-'))
  await writeFile(join(folder, 'file'), '')
  database = await createEmptyDatabase()
  taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  port = String((taken.address() as AddressInfo).port)
})
afterAll(async () => {
  taken.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const settings = (changed: Readonly<Record<string, string>>) => ({
  PORT: '0',
  DATA_DIR: join(folder, 'data'),
  ...changed,
})

/** The database of this test, with parts of its address changed. */
function address(change: (url: URL) => void): string {
  const url = new URL(database.url)
  change(url)
  return url.href
}

/** One sentence on standard error and nothing alarming before it. */
function expectSentence({ code, said, complained }: Ended, wanted: RegExp): void {
  expect({ code, complained }).toEqual({ code: 1, complained: expect.stringMatching(wanted) })
  expect(complained.trimEnd().split('\n')).toHaveLength(1)
  expect(complained).not.toMatch(/\bat .*:\d+:\d+|Error:|Query/)
  expect(said).not.toMatch(/"level":"(warn|error|fatal)"/)
}

const fails: readonly (readonly [string, () => Readonly<Record<string, string>>, RegExp])[] = [
  ['a port in use', () => ({ PORT: port, DATABASE_URL: database.url }), /^PORT \d+ .* is in use/],
  [
    'a port for figures in use',
    () => ({ METRICS_PORT: port, DATABASE_URL: database.url }),
    /^METRICS_PORT \d+ .* is in use/,
  ],
  ['a port in use, on a new data folder', () => ({ PORT: port }), /^PORT \d+ .* is in use/],
  [
    'an address of another machine',
    () => ({ HOST: '203.0.113.7' }),
    /^HOST 203\.0\.113\.7 is not an address/,
  ],
  ['a host that nobody knows', () => ({ HOST: 'nohost.invalid' }), /^HOST nohost\.invalid is no address/],
  ['a data folder where no folder can be made', () => ({ DATA_DIR: '/proc/x/y' }), /^DATA_DIR \/proc\/x\/y /],
  ['a data folder that is a file', () => ({ DATA_DIR: join(folder, 'file') }), /^DATA_DIR .* is a file/],
  ['a data folder below a file', () => ({ DATA_DIR: join(folder, 'file', 'x') }), /^DATA_DIR .* is a file/],
  [
    'a database that is not there',
    () => ({ DATABASE_URL: address((url) => (url.pathname = '/nosuch')) }),
    /^DATABASE_URL: there is no database nosuch/,
  ],
  [
    'a wrong user',
    () => ({ DATABASE_URL: address((url) => (url.username = 'nobody_here')) }),
    /^DATABASE_URL: PostgreSQL does not let in the user nobody_here/,
  ],
]

test.each(fails)('%s ends the start with a sentence', async (_, changed, wanted) => {
  expectSentence(await startProcess(settings(changed())).ended, wanted)
})

test('a user without rights is told so, and by whom tables can be made', async () => {
  const client = new Client({ connectionString: inject('serverUrl') })
  await client.connect()
  const name = `guest_${process.pid}`
  await client.query(`CREATE ROLE ${name} LOGIN PASSWORD 'guest'`)
  try {
    const url = address((url) => {
      url.username = name
      url.password = 'guest'
    })
    const ended = await startProcess(settings({ DATABASE_URL: url })).ended
    expectSentence(ended, /^DATABASE_URL: the user guest_\d+ may not make tables/)
  } finally {
    await client.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`)
    await client.end()
  }
})

test('a Node.js without Temporal is told which one is needed, before anything else', async () => {
  const ended = await startProcess(settings({ PORT: 'x' }), ['--no-harmony-temporal']).ended
  expectSentence(ended, /^Eigenaar needs Node\.js 26 or later, and this is /)
})

describe('what keeps a database away is told by the name of the setting', () => {
  const url = 'postgresql://ann:secret@db.example.org:5432/shop'
  test.each([
    [{ code: 'ECONNREFUSED' }, /no PostgreSQL answers at db\.example\.org:5432/],
    [{ code: 'ETIMEDOUT' }, /no PostgreSQL answers/],
    [{ code: 'ENOTFOUND' }, /no machine is known by the name db\.example\.org/],
    [{ code: '28P01' }, /does not let in the user ann/],
    [{ code: '42501' }, /the user ann may not make tables in the database shop/],
    [{ code: '53300' }, /no connection left/],
    [{ message: 'timeout expired' }, /no PostgreSQL answers/],
    [{ message: 'The server does not support SSL connections' }, /TLS/],
    [{ message: 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string' }, /ann/],
    [{ message: 'Failed query: CREATE SCHEMA', cause: Object.assign(new Error(), { code: '42501' }) }, /ann/],
  ])('%j', (parts, wanted) => {
    const failure = databaseFailure(Object.assign(new Error(), parts), 'DATABASE_DIRECT_URL', url)
    expect(String(failure)).toMatch(/^Error: DATABASE_DIRECT_URL: /)
    expect(String(failure)).toMatch(wanted)
    expect(String(failure)).not.toContain('secret')
  })

  test('a mistake of ours is not told as one of the operator', () => {
    const bug = new TypeError('x is not a function')
    expect(databaseFailure(bug, 'DATABASE_URL', url)).toBe(bug)
  })
})
