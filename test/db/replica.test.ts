import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { App } from '../../src/http/app-type.ts'
import { run } from '../../src/postgres/account.ts'
import { digestOf } from '../../src/rooms/access/secret.ts'
import { installedPostgres, startCluster } from '../support/installed-postgres.ts'
import { logLines } from '../support/log-lines.ts'

const programs = installedPostgres()

describe.skipIf(programs === undefined)('a hot standby serves reports', () => {
  const { lines, logger } = logLines()
  const key = randomBytes(24).toString('hex')
  let primary: Awaited<ReturnType<typeof startCluster>>
  let app: App
  let standby: { url: string; start(): Promise<void>; stop(): Promise<void> }

  beforeAll(async () => {
    primary = await startCluster(programs ?? '')
    await primary.call('createdb', '-h', primary.folder, '-U', 'postgres', 'eigenaar')
    const url = primary.url('eigenaar')
    await migrate(url, () => undefined)
    await inPrimary(
      `insert into api_keys (id, name, scopes, hint, digest, created_at) values ($1, 'admin', '{admin}', $2, $3, now())`,
      [randomUUID(), key.slice(-4), digestOf(key)],
    )
    standby = await copyOf(primary)
    await standby.start()
    app = await buildApp({ databaseUrl: url, replicaUrl: standby.url, logger })
    await app.ready()
  }, 120_000)
  afterAll(async () => {
    await app?.close()
    await standby?.stop().catch(() => undefined)
    await primary?.stop()
  })

  const inPrimary = async (text: string, values: unknown[]) => {
    const client = new pg.Client({ connectionString: primary.url('eigenaar') })
    await client.connect()
    await client.query(text, values).finally(() => client.end())
  }
  const report = async () => {
    const headers = { authorization: `Bearer ${key}` }
    const answer = await app.inject({ method: 'GET', url: '/v1/reports/coverage', headers })
    expect(answer.statusCode).toBe(200)
    const names: string[] = answer.json().data.map(({ team }: { team: { name: string } }) => team.name)
    return { names, asOf: Temporal.Instant.from(String(answer.headers['data-as-of'])) }
  }
  const makeTeam = async (name: string) => {
    const headers = { authorization: `Bearer ${key}` }
    const answer = await app.inject({ method: 'POST', url: '/v1/teams', headers, payload: { name } })
    expect(answer.statusCode).toBe(201)
  }
  const warned = () =>
    lines.filter((line) => JSON.stringify(line).includes('the replica does not answer')).length

  test('and as of when; stopped, the primary is read with one warning; started, it serves again', async () => {
    await makeTeam('Noord')
    await expect.poll(async () => (await report()).names).toEqual(['Noord'])

    // What the standby cannot have yet tells where it was read, and the moment says how old that is.
    await onStandby('select pg_wal_replay_pause()')
    const before = Temporal.Now.instant()
    await makeTeam('Zuid')
    await expect
      .poll(async () => (await report()).asOf.epochMilliseconds)
      .toBeLessThan(before.epochMilliseconds)
    expect((await report()).names).toEqual(['Noord'])
    expect(warned()).toBe(0)

    await standby.stop()
    const { names, asOf } = await report()
    expect(names).toEqual(['Noord', 'Zuid'])
    expect(asOf.epochMilliseconds).toBeGreaterThan(before.epochMilliseconds)
    await report()
    expect(warned()).toBe(1)

    await standby.start()
    await onStandby('select pg_wal_replay_pause()')
    await makeTeam('West')
    await expect.poll(async () => (await report()).names.includes('West'), { timeout: 20_000 }).toBe(false)
    await onStandby('select pg_wal_replay_resume()')
    await expect.poll(async () => (await report()).names.includes('West')).toBe(true)
  }, 60_000)

  const onStandby = async (text: string) => {
    const client = new pg.Client({ connectionString: standby.url })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
})

/** A streaming copy of a cluster, on a socket of its own. */
async function copyOf({ folder, call, account }: Awaited<ReturnType<typeof startCluster>>) {
  const data = join(folder, 'standby')
  const socket = join(folder, 'standby-socket')
  await run('mkdir', [socket], account)
  await call(
    'pg_basebackup',
    '-h',
    folder,
    '-U',
    'postgres',
    '-D',
    data,
    '-R',
    '-X',
    'stream',
    '-c',
    'fast',
    '--no-sync',
  )
  return {
    url: `postgresql://postgres@localhost/eigenaar?host=${encodeURIComponent(socket)}`,
    start: async () => {
      const settings = `-k ${socket} -c listen_addresses= -c fsync=off`
      await call('pg_ctl', 'start', '-D', data, '-w', '-l', join(folder, 'standby-log'), '-o', settings)
    },
    stop: async () => {
      await call('pg_ctl', 'stop', '-D', data, '-m', 'immediate')
    },
  }
}
