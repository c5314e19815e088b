import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventTypes } from '../src/events/event-types.ts'
import { createEmptyDatabase, type TestDatabase } from './support/database.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFile(join(home, name), 'utf8')

interface Block {
  readonly language: string
  readonly text: string
}

let database: TestDatabase
let service: ChildProcess
let folder: string
/** The line of the first start that a newcomer copies into a second terminal. */
let exported: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eigenaar-readme-'))
  database = await createEmptyDatabase()
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: { start: string } }
  const [program, ...args] = scripts.start.split(' ')
  expect(program).toBe('node')
  service = spawn(process.execPath, args, {
    cwd: home,
    env: { PATH: process.env.PATH, DATABASE_URL: database.url, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  exported = await exportLine(service)
})

afterAll(async () => {
  if (service?.exitCode === null) {
    service.kill('SIGTERM')
    await once(service, 'exit')
  }
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

test('the README begins with two commands', async () => {
  expect(fenced(await read('README.md'))[0]).toEqual({ language: 'sh', text: 'npm ci && npm start' })
})

test('the question of the README goes from opened to resolved, with the answers that it shows', async () => {
  const blocks = fenced(sectionOf(await read('README.md'), 'One question'))
  const commands = blocks.filter(({ language }) => language === 'bash')
  expect(commands.length).toBeGreaterThan(6)

  await bash([
    'set -euo pipefail',
    // Beside what the README asks of it, every call leaves the head of its answer.
    `curl() { command curl -D "$(mktemp "${folder}/head.XXXXXX")" "$@"; }`,
    exported,
    ...commands.map(({ text }, index) => `{\n${text}\n} > '${folder}/said.${index}'`),
  ])

  const heads = (await readdir(folder)).filter((name) => name.startsWith('head.'))
  const called = commands.flatMap(({ text }) => text.match(/\bcurl /g) ?? [])
  expect(heads).toHaveLength(called.length)
  for (const head of heads) expect(await readFile(join(folder, head), 'utf8')).toMatch(/^HTTP\/1.1 2\d\d /)

  let shown = 0
  for (const [index, { language, text }] of blocks.entries()) {
    if (language === 'bash') continue
    const said = await readFile(join(folder, `said.${before(blocks, index) - 1}`), 'utf8')
    if (language === 'json') expect(likewise(JSON.parse(said))).toMatchObject(likewise(JSON.parse(text)))
    else expect(said.trim()).toBe(text)
    shown += 1
  }
  expect(shown).toBeGreaterThan(5)

  const [, url = '', key = ''] = /EIGENAAR=(\S+) KEY=(\S+)/.exec(exported) ?? []
  const answer = await fetch(`${url}/cases`, { headers: { authorization: `Bearer ${key}` } })
  expect(await answer.json()).toMatchObject({
    data: [{ status: 'resolved', owner: { name: 'Sanne de Wit' }, callback: null, chases: 1 }],
    nextCursor: null,
  })
}, 60_000)

test('the service of the README stops cleanly', async () => {
  service.kill('SIGINT')
  expect(await once(service, 'exit')).toEqual([0, null])
})

test('every link in the documentation leads somewhere', async () => {
  const pages = (await readdir(home)).filter((name) => name.endsWith('.md'))
  for (const name of await readdir(join(home, 'docs'), { recursive: true })) {
    if (name.endsWith('.md')) pages.push(join('docs', name))
  }
  const broken: string[] = []
  for (const page of pages) {
    for (const [, target = ''] of (await read(page)).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [path, anchor] = target.split('#', 2)
      const to = path ? join(dirname(page), path) : page
      const text = await read(to).catch((error) => (error.code === 'EISDIR' ? '' : undefined))
      const found = text !== undefined && (anchor === undefined || anchorsOf(text).has(anchor))
      if (!found) broken.push(`${page} → ${target}`)
    }
  }
  expect(pages.length).toBeGreaterThan(15)
  expect(broken).toEqual([])
})

test('every setting and every type of event is described', async () => {
  const settings = [...(await read('src/config.ts')).matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
    ([, name]) => name,
  )
  expect(settings).toContain('DATABASE_URL')
  const operations = await read('docs/operations.md')
  expect(settings.filter((name) => !operations.includes(`| \`${name}\` |`))).toEqual([])

  const events = await read('docs/events.md')
  expect(Object.keys(eventTypes).filter((type) => !events.includes(`| \`${type}\` |`))).toEqual([])
})

/** Reads what the first start says. What it says later is read as well, so that it never waits for a reader. */
function exportLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stdout?.on('data', (chunk) => {
      said += chunk
      const line = /^ *(export EIGENAAR=\S+ KEY=\S+)$/m.exec(said)?.[1]
      if (line) resolve(line)
    })
    stdout?.on('end', () => reject(new Error(`the first start said nothing to copy:\n${said}`)))
  })
}

function sectionOf(page: string, title: string): string {
  const begin = page.indexOf(`\n## ${title}\n`)
  if (begin < 0) throw new Error(`the README has no section ${title}`)
  const end = page.indexOf('\n## ', begin + 1)
  return page.slice(begin, end < 0 ? undefined : end)
}

const fenced = (page: string): Block[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }))

/** What the headings of a page can be linked by. */
const anchorsOf = (page: string): Set<string> =>
  new Set(
    [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    ),
  )

/** How many blocks of commands stand above. */
const before = (blocks: readonly Block[], index: number): number =>
  blocks.slice(0, index).filter(({ language }) => language === 'bash').length

async function bash(lines: readonly string[]): Promise<void> {
  await promisify(execFile)('bash', ['-c', lines.join('\n')], {
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` },
  })
}

/** The same answer at another moment: every moment is one moment. */
function likewise(answer: object): object {
  return JSON.parse(JSON.stringify(answer).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment'))
}
