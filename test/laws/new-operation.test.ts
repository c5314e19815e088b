import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const parts = ['src', 'test', 'bench', 'docs', 'migrations', 'openapi']
const files = [
  'package.json',
  'tsconfig.json',
  'biome.json',
  'drizzle.config.ts',
  'vitest.config.ts',
  '.gitignore',
]

let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'eigenaar-new-'))
  for (const part of [...parts, ...files]) cpSync(part, join(copy, part), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** The environment of somebody at a shell: their own database, and none of what this run of the tests set. */
const { CI: _, VITEST: __, ...environment } = process.env
const node = (...args: readonly string[]) =>
  run(process.execPath, [...args], { cwd: copy, env: environment, maxBuffer: 2 ** 24 })

test('a new operation begins with all that an operation has, and works', { timeout: 240_000 }, async () => {
  // A name that nobody would take: whoever adds the example of the guide would make this one fail.
  const asked = ['markNote', 'contacts', 'PUT', '/cases/:caseId/notes/:noteId/mark', 'note.marked']
  const { stdout } = await node('test/support/new-operation/main.ts', ...asked)
  expect(stdout).toContain('src/rooms/contacts/mark-note.ts')
  // There is nothing yet that the database would have to know.
  expect(readdirSync(join(copy, 'migrations'))).toEqual(readdirSync('migrations'))

  // Of the copy, what it is made of says yes: the compiler, the tests that it was given, and who may what.
  await node('node_modules/typescript/bin/tsc')
  const tests = [
    'test/contacts/mark-note.test.ts',
    'test/laws/floors.test.ts',
    'test/laws/who-may-what.test.ts',
  ]
  const named = '[mM]ark ?[nN]ote|floor|imports point down'
  const report = join(copy, 'report.json')
  const told = ['--reporter=default', '--reporter=json', `--outputFile=${report}`]
  await node('node_modules/vitest/vitest.mjs', 'run', ...tests, '-t', named, ...told)
  expect(JSON.parse(readFileSync(report, 'utf8')).numPassedTests).toBe(7)
  const document = readFileSync(join(copy, 'openapi/openapi.json'), 'utf8')
  expect(document).toContain('"operationId": "markNote"')
  expect(readFileSync(join(copy, 'test/laws/who-may-what.ts'), 'utf8')).toMatch(/^markNote +\| - +403/m)
})

test('what cannot be an operation is said, and nothing is made', async () => {
  const make = (...asked: readonly string[]) => node('test/support/new-operation/main.ts', ...asked)
  await expect(make('pin', 'attic', 'GET', '/notes', 'note.pinned')).rejects.toMatchObject({
    stderr: expect.stringMatching(/verb and a noun.*room is.*method.*path begins.*npm run new/s),
  })
  // No event is made up, none is taken that tells of something else, and none is about nothing that a case has.
  for (const event of [[], ['note.added'], ['pin.set']])
    await expect(
      make('markNotes', 'contacts', 'PUT', '/cases/:caseId/notes', ...event),
    ).rejects.toMatchObject({
      stderr: expect.stringMatching(/^the event is a new type about a case/),
    })
})
