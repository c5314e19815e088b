import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DataDirInUse, type EmbeddedPostgres, startEmbedded } from '../../src/postgres/embedded.ts'
import { compileCache } from '../support/compile-cache.ts'

let home: string
let dataDir: string
const running: EmbeddedPostgres[] = []

// mkdtemp's folders are closed to other users: as root, PostgreSQL's account can't walk into them.
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'eigenaar-embedded-'))
  dataDir = join(home, 'data')
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((embedded) => embedded.stop()))
  await rm(home, { recursive: true, force: true })
})

describe('an embedded PostgreSQL', () => {
  test('is UTF-8 with checksums, listens to nobody outside, and keeps its password to itself', async () => {
    const { url } = await start()
    expect(await ask(url, 'SHOW server_encoding')).toBe('UTF8')
    expect(await ask(url, 'SHOW data_checksums')).toBe('on')
    expect(await ask(url, 'SELECT datlocale FROM pg_database WHERE datname = current_database()')).toBe(
      'C.UTF-8',
    )
    expect(await ask(url, 'SHOW listen_addresses')).toMatch(/^(127\.0\.0\.1)?$/)
    expect(await ask(url, `SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules`)).toBe(
      'scram-sha-256',
    )
    expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600)
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('writes nothing of what people say into its log', async () => {
    const { url } = await start()
    await ask(
      url,
      `CREATE TABLE people (email text PRIMARY KEY); INSERT INTO people VALUES ('ann@example.org')`,
    )
    await expect(ask(url, `INSERT INTO people VALUES ('ann@example.org')`)).rejects.toThrow('duplicate')
    await expect(ask(url, `SELECT 'ann@example.org'::uuid`)).rejects.toThrow('invalid input')
    expect(await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8')).not.toContain('ann@')
  })

  test('keeps its data from one start to the next', async () => {
    const first = await start()
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await first.stop()
    expect(await ask((await start()).url, 'SELECT answer FROM kept')).toBe(42)
  })

  test('runs where the path is too long for a socket', async () => {
    dataDir = join(home, 'a'.repeat(60), 'b'.repeat(60))
    const { url } = await start()
    expect(new URL(url).port).not.toBe('5432')
    expect(await ask(url, 'SHOW listen_addresses')).toBe('127.0.0.1')
  })

  test('is refused to a second process, in words', async () => {
    await start()
    const second = start()
    await expect(second).rejects.toThrow(DataDirInUse)
    await expect(second).rejects.toThrow(`is in use by another Eigenaar (process ${process.pid})`)
  })

  test('is made and held by exactly one of four first starts at once', async () => {
    const starts = await Promise.allSettled([start(), start(), start(), start()])
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of starts) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DataDirInUse)
  })

  test('that outlived a killed process is taken over as it runs', async () => {
    const { url, process } = await holder()
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const before = await postmaster()
    await kill(process)
    const { url: same } = await start()
    expect(await postmaster()).toBe(before)
    expect(await ask(same, 'SELECT answer FROM kept')).toBe(42)
  })

  test('that was killed with its process recovers at the next start', async () => {
    const { url, process: held } = await holder()
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    process.kill(await postmaster(), 'SIGKILL')
    await kill(held)
    expect(await ask((await start()).url, 'SELECT answer FROM kept')).toBe(42)
  })

  test('that is killed comes back at the same address', async () => {
    const said: string[] = []
    const { url } = await start((line) => said.push(line))
    process.kill(await postmaster(), 'SIGKILL')
    await expect.poll(() => said, { timeout: 20_000 }).toContain('PostgreSQL is back')
    expect(await ask(url, 'SELECT 1')).toBe(1)
  })

  test('starts though a stranger has the number its killed predecessor had', async () => {
    await (await start()).stop()
    const lock = `${process.pid}\n${dataDir}\n0\n5432\n`
    await mkdir(join(dataDir, 'postgres', 'data'), { recursive: true })
    await writeFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), lock)
    expect(await ask((await start()).url, 'SELECT 1')).toBe(1)
  })
})

async function start(say?: (line: string) => void): Promise<EmbeddedPostgres> {
  const embedded = await startEmbedded({ dataDir, settings: { fsync: 'off' }, ...(say && { say }) })
  running.push(embedded)
  return embedded
}

/** The first column of the first row. */
async function ask(url: string, query: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query(query)
    return Object.values(rows?.[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

async function postmaster(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

async function holder(): Promise<{ readonly url: string; readonly process: ChildProcess }> {
  const script = fileURLToPath(new URL('embedded-holder.ts', import.meta.url))
  const env = { ...process.env, ...compileCache }
  const child = spawn(process.execPath, [script, dataDir], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = await once(child.stdout, 'data')
  return { url: String(url).trim(), process: child }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}
