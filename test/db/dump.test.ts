import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildApp } from '../../src/app.ts'
import type { App } from '../../src/http/app-type.ts'
import { dump } from '../../src/postgres/dump.ts'
import { restore } from '../../src/postgres/restore.ts'
import { compileCache } from '../support/compile-cache.ts'
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts'
import { setScene, soon } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let copy: TestDatabase
let restored: App
let lines: string[]
/** The same of the copy, before a service has begun to number its events and to note who asks. */
let again: string[]
/** Where a reader of the feed had come to before the dump. */
let cursor: string

beforeAll(async () => {
  const { sanne, customer } = await setScene(service)
  const open = (question: string) =>
    service.do('POST', '/v1/cases', {
      as: sanne.id,
      body: { customerId: customer.id, question, callback: soon() },
    })
  await open('“Dubbel” betaald?\n\tRegel twee \\ en een {"table": "teams"}')
  cursor = (await service.do('GET', '/v1/events?limit=2')).nextCursor
  await open('Zuurstof 🫧 in het water')
  // Reading the feed gives every event its place in it.
  await service.do('GET', '/v1/events?limit=200')

  lines = await linesOf(service.databaseUrl)
  copy = await createEmptyDatabase()
  await restore(copy.url, from(lines), () => undefined)
  again = await linesOf(copy.url)
  restored = await buildApp({ databaseUrl: copy.url, logger: pino({ level: 'silent' }) })
  await restored.ready()
})
afterAll(async () => {
  await restored?.close()
  await copy?.drop()
})

async function linesOf(url: string): Promise<string[]> {
  const text = await Array.fromAsync(dump(url, () => undefined))
  return text.join('').trimEnd().split('\n')
}

async function* from(all: readonly string[]): AsyncGenerator<string> {
  yield* all
}

const read = async (url: string) => {
  const headers = { authorization: `Bearer ${service.adminKey}` }
  return (await restored.inject({ url, headers })).json()
}

test('what was dumped is there again to the last byte', () => {
  expect(again.slice(1).toSorted()).toEqual(lines.slice(1).toSorted())
  expect(lines.length).toBeGreaterThan(60)
  const head = (all: readonly string[]) => ({ ...JSON.parse(all[0] ?? ''), at: null })
  expect(head(again)).toEqual(head(lines))
})

test('a reader of the feed goes on from where it was', async () => {
  const here = await service.do('GET', `/v1/events?cursor=${cursor}&limit=200`)
  const there = await read(`/v1/events?cursor=${cursor}&limit=200`)
  expect(here.data.length).toBeGreaterThan(3)
  expect(there.data.map(({ id }: { id: string }) => id)).toEqual(
    here.data.slice(0, there.data.length).map(({ id }: { id: string }) => id),
  )
  expect((await read('/v1/cases')).data.map(({ question }: { question: string }) => question)).toEqual(
    (await service.do('GET', '/v1/cases')).data.map(({ question }: { question: string }) => question),
  )
})

test('what is not whole, not ours, or not empty is refused, and changes nothing', async () => {
  const empty = await createEmptyDatabase()
  try {
    const into = (all: readonly string[]) => restore(empty.url, from(all), () => undefined)
    await expect(into(lines.slice(0, -1))).rejects.toThrow('not whole')
    await expect(into(lines.toSpliced(-3, 1))).rejects.toThrow('not whole')
    await expect(into(['{"name":"something"}'])).rejects.toThrow('no dump of Eigenaar')
    await expect(into([])).rejects.toThrow('not whole')
    const newer = { ...JSON.parse(lines[0] ?? ''), eigenaar: '9.9.9', migrations: ['99990101000000_later'] }
    await expect(into([JSON.stringify(newer), ...lines.slice(1)])).rejects.toThrow('of Eigenaar 9.9.9')
    // After all of these it can still be restored.
    await into(lines)
    await expect(into(lines)).rejects.toThrow('already')
  } finally {
    await empty.drop()
  }
})

test('Ctrl-C half way leaves no file behind, not even half of one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dump-'))
  const holder = new Client({ connectionString: service.databaseUrl })
  await holder.connect()
  try {
    // Whoever holds a table holds up the dump when it comes to it.
    await holder.query('begin; lock table customers in access exclusive mode')
    const env = { ...process.env, ...compileCache, DATABASE_URL: service.databaseUrl }
    const child = spawn(process.execPath, ['src/dump.ts', join(folder, 'all.dump.gz')], { env })
    let told = ''
    child.stderr.on('data', (text) => {
      told += text
    })
    const ended = once(child, 'exit')
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual(['all.dump.gz.part']), {
      timeout: 20_000,
    })
    child.kill('SIGINT')
    expect(await ended).toEqual([1, null])
    expect([told, await readdir(folder)]).toEqual(['Stopped.\n', []])
  } finally {
    await holder.end()
    await rm(folder, { recursive: true })
  }
})

test('there is nothing to dump where no Eigenaar is', async () => {
  const empty = await createEmptyDatabase()
  await expect(linesOf(empty.url)).rejects.toThrow('nothing to dump')
  await empty.drop()
})
