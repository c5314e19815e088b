import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastWorkingDay, nextWorkingDay } from '../src/demo/story.ts'
import { compileCache } from './support/compile-cache.ts'
import { createEmptyDatabase } from './support/database.ts'
import { useService } from './support/use-service.ts'

const home = fileURLToPath(new URL('..', import.meta.url))

let url: string
let folder: string

const service = useService()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eigenaar-demo-test-'))
  url = await service.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Outcome {
  readonly code: number | null
  readonly said: string
  readonly complained: string
}

/** Runs the demo; `hear` is called whenever it says something. */
function play(
  env: Readonly<Record<string, string>>,
  hear: (stop: () => void, said: string) => void = () => undefined,
  ...flags: readonly string[]
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const demo = spawn(process.execPath, ['src/demo/main.ts', ...flags], {
      cwd: home,
      env: { PATH: process.env.PATH, ...compileCache, TMPDIR: folder, ...env },
    })
    let said = ''
    let complained = ''
    demo.stdout.on('data', (chunk) => {
      said += chunk
      hear(() => demo.kill('SIGINT'), said)
    })
    demo.stderr.on('data', (chunk) => {
      complained += chunk
    })
    demo.on('error', reject)
    demo.on('close', (code) => resolve({ code, said, complained }))
  })
}

test('the demo plays its day in a service of its own, and leaves nothing behind', async () => {
  const { code, said, complained } = await play({})
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  for (const word of [
    'only-the-owner',
    'owner-is-final',
    'reference-misread',
    'rule-is-statutory',
    'least-loaded',
    'chased once',
    'extension 204, Sanne de Wit (owner)',
    'Sanne de Wit is ill.',
    '(answered)',
    '35 minutes late',
  ]) {
    expect(said.replaceAll(/\s+/g, ' ')).toContain(word)
  }
  expect(said.replaceAll(/\s+/g, ' ')).toContain(
    '9 promises: 6 kept, 1 rescheduled, 2 open, 1 late. 52 events, numbered without a gap. No case changed hands.',
  )
  // Nothing of the log stands between the sentences, and the end says where to go on.
  expect(said).not.toMatch(/^\{/m)
  expect(said).toContain('npm run demo -- --keep')
  expect(await readdir(folder)).toEqual([])
})

test('the demo can leave its service up, with a key to look around in it', async () => {
  let looked: Promise<number> | undefined
  const { code, complained } = await play(
    {},
    (stop, said) => {
      const [, address, key] = /export EIGENAAR=(\S+) KEY=(\S+)\n[\s\S]*curl/.exec(said) ?? []
      if (!address || looked) return
      looked = fetch(`${address}/cases`, { headers: { authorization: `Bearer ${key}` } }).then(
        ({ status }) => {
          stop()
          return status
        },
      )
    },
    '--keep',
  )
  expect(await looked).toBe(200)
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  expect(await readdir(folder)).toEqual([])
})

test('the demo plays in the database that DATABASE_URL names', async () => {
  const database = await createEmptyDatabase()
  try {
    expect(await play({ DATABASE_URL: database.url })).toMatchObject({ code: 0, complained: '' })
  } finally {
    await database.drop()
  }
})

test('the demo plays in a service that runs, on one day and again on another', async () => {
  const given = { EIGENAAR: `${url}/v1`, KEY: service.adminKey }
  for (const _day of ['one', 'another']) {
    const { code, said, complained } = await play(given)
    expect({ code, complained }).toEqual({ code: 0, complained: '' })
    // The time of a service that is not its own is not the demo's to tell.
    expect(said).toContain('How a promise is kept too late is left out')
    expect(said).toContain(' 0 late.')
  }

  const { data } = await service.do('GET', '/v1/employees?limit=200')
  const [sanne, ...others] = data.filter(({ name }: { name: string }) => name === 'Sanne de Wit')
  expect(others).toEqual([])
  // Nobody stays ill behind it.
  const { data: absences } = await service.do('GET', `/v1/employees/${sanne.id}/absences`)
  expect(absences).toHaveLength(2)
  const latest = Math.max(...absences.map(({ until }: { until: string }) => Date.parse(until)))
  expect(latest).toBeLessThanOrEqual(Date.now())
})

test('the demo says what answered otherwise than it should, and fails', async () => {
  const stranger = await play({ EIGENAAR: url, KEY: 'x'.repeat(40) })
  expect(stranger).toMatchObject({
    code: 1,
    said: '',
    complained: expect.stringContaining('GET /v1/topics?code=invoice was to succeed, but the answer was 401'),
  })
  expect(await play({ EIGENAAR: 'http://127.0.0.1:1', KEY: 'x'.repeat(40) })).toMatchObject({
    code: 1,
    complained: expect.stringContaining('does not answer'),
  })
  expect(await play({ EIGENAAR: url })).toMatchObject({ code: 1, complained: expect.stringContaining('KEY') })
})

test('the demo says in a sentence what is wrong with its database, and fails', async () => {
  const database = await createEmptyDatabase()
  await database.drop()
  const { code, said, complained } = await play({ DATABASE_URL: database.url })
  expect({ code, said }).toEqual({ code: 1, said: '' })
  expect(complained).toMatch(/^\nDATABASE_URL: there is no database .+\n$/)
  expect(await readdir(folder)).toEqual([])
})

test.each([
  ['2026-12-23', '2026-12-24', '2026-12-22'],
  ['2026-12-24', '2026-12-28', '2026-12-23'],
  ['2026-11-29', '2026-11-30', '2026-11-27'],
])('the working days beside %s are %s and %s', (day, next, last) => {
  const date = Temporal.PlainDate.from(day)
  expect([nextWorkingDay(date), lastWorkingDay(date)].map(String)).toEqual([next, last])
})

test('Ctrl-C stops the demo, and nothing stays behind', async () => {
  let stopped = false
  const { code, said, complained } = await play({}, (stop) => {
    if (!stopped) stop()
    stopped = true
  })
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  expect(said).toMatch(/\nStopped.\n$/)
  expect(await readdir(folder)).toEqual([])
})
