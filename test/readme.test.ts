import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventTypes } from '../src/history/event-types.ts'
import { compileCache } from './support/compile-cache.ts'
import { createEmptyDatabase, type TestDatabase } from './support/database.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFile(join(home, name), 'utf8')

interface Block {
  readonly language: string
  readonly text: string
}

let database: TestDatabase
let service: ChildProcess
let provider: ChildProcess | undefined
let folder: string
/** The line of the first start that a newcomer copies into a second terminal. */
let exported: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eigenaar-readme-'))
  database = await createEmptyDatabase()
  service = await start('npm start', { DATABASE_URL: database.url, PORT: '0' })
  exported = await lineOf(service, /^ *(export EIGENAAR=\S+ KEY=\S+)$/m)
})

afterAll(async () => {
  for (const child of [service, provider]) {
    if (child?.exitCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

test('the README begins with two commands', async () => {
  expect(fenced(await read('README.md'))[0]).toEqual({ language: 'sh', text: 'npm ci && npm start' })
})

test('the question of the README goes from opened to resolved, with the answers that it shows', async () => {
  const { heads, called, shown } = await play(sectionOf(await read('README.md'), 'One question'), {
    after: `{ declare -p api SANNE CASE; declare -f take; } > '${folder}/shell'`,
  })
  expect(called).toBeGreaterThan(6)
  expect(heads).toHaveLength(called)
  for (const head of heads) expect(head).toMatch(/^2/)
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

test('an employee of the README signs in, and is shown what the page says and no more', async () => {
  const section = sectionOf(await read('README.md'), 'Access')
  const [startProvider = '', startAgain = ''] = fenced(section).flatMap(({ language, text }) =>
    language === 'sh' ? [text] : [],
  )
  provider = await start(startProvider, { PROVIDER_PORT: '0' })
  const issuer = await lineOf(provider, /OIDC_ISSUER=(\S+) OIDC_AUDIENCE=\S+ npm start$/m)
  const here = (text: string) => text.replaceAll('http://127.0.0.1:9090', issuer)
  const [, url = '', port = ''] = /EIGENAAR=(\S+:(\d+))/.exec(exported) ?? []
  service = await start(here(startAgain), { DATABASE_URL: database.url, PORT: port })
  await expect.poll(() => statusOf(`${url}/health/ready`), { timeout: 20_000, interval: 100 }).toBe(200)

  const { heads, shown } = await play(here(section), { before: `source '${folder}/shell'` })
  expect(shown).toBe(3)
  expect(heads.filter((status) => !status.startsWith('2')).sort()).toEqual(['403', '404'])
}, 60_000)

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

test('every promised window on these pages lies within opening hours, as the service would promise it', async () => {
  const guides = (await readdir(join(home, 'docs'))).filter((name) => name.startsWith('guide-callbacks'))
  const pages = ['README.md', 'docs/guide-cases.md', ...guides.map((name) => join('docs', name))]
  const outside: string[] = []
  let seen = 0
  for (const page of pages)
    for (const [, ...moments] of (await read(page)).matchAll(
      /"from": "(\d{4}-[^"]+)",\s*"until": "(\d{4}-[^"]+)"/g,
    )) {
      seen++
      if (!moments.every(isOpen)) outside.push(`${page}: ${moments.join(' to ')}`)
    }
  expect(seen).toBeGreaterThan(3)
  expect(outside).toEqual([])
})

/** Whether a team of these pages is open then: on working days from nine to five in Amsterdam, as agreements begin. */
function isOpen(moment: string): boolean {
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Amsterdam')
  const hour = local.hour + local.minute / 60
  return local.dayOfWeek <= 5 && hour >= 9 && hour <= 17
}

test('every setting and every type of event is described', async () => {
  const settings = [...(await read('src/config.ts')).matchAll(/^ +([A-Z][A-Z_]+): /gm)].map(
    ([, name]) => name,
  )
  expect(settings).toContain('DATABASE_URL')
  const operations = await read('docs/operations.md')
  expect(settings.filter((name) => !operations.includes(`| \`${name}\` |`))).toEqual([])

  const events = await read('docs/events.md')
  expect(Object.keys(eventTypes).filter((type) => !events.includes(`| \`${type}\` |`))).toEqual([])
})

/**
 * Starts what a line of the page starts: settings, then `npm start` or `npm run …`. Not through npm, which would stand
 * between us and the signal to stop.
 */
async function start(line: string, environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const [, settings = '', script = ''] = /^((?:\w+=\S+ )*)npm (?:run )?(\w+)$/.exec(line) ?? []
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> }
  const [program, ...args] = scripts[script]?.split(' ') ?? []
  expect(program, line).toBe('node')
  const given = settings.matchAll(/(\w+)=(\S+)/g).map(([, name = '', value]) => [name, value])
  return spawn(process.execPath, args, {
    cwd: home,
    env: { PATH: process.env.PATH, ...compileCache, ...environment, ...Object.fromEntries(given) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Reads a line of what is said first. What is said later is read as well, so that nobody waits for a reader. */
function lineOf({ stdout }: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stdout?.on('data', (chunk) => {
      said += chunk
      const line = wanted.exec(said)?.[1]
      if (line) resolve(line)
    })
    stdout?.on('end', () => reject(new Error(`there was nothing to copy in what was said:\n${said}`)))
  })
}

const statusOf = (url: string): Promise<number> =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  )

interface Played {
  /** How many calls stand in the commands. */
  readonly called: number
  /** The status of each answer. */
  readonly heads: readonly string[]
  /** How many answers were compared. */
  readonly shown: number
}

/** Runs the commands of a section in one shell, and holds what they say against what the page shows. */
async function play(
  section: string,
  { before = '', after = '' }: { readonly before?: string; readonly after?: string },
): Promise<Played> {
  const said = await mkdtemp(join(folder, 'said-'))
  const blocks = fenced(section).filter(({ language }) => language !== 'sh')
  const commands = blocks.filter(({ language }) => language === 'bash')
  await bash([
    'set -euo pipefail',
    // Beside what the page asks of it, every call leaves the head of its answer.
    `curl() { command curl -D "$(mktemp "${said}/head.XXXXXX")" "$@"; }`,
    exported,
    before,
    ...commands.map(({ text }, index) => `{\n${text}\n} > '${said}/${index}'`),
    after,
  ])
  const heads: string[] = []
  for (const name of await readdir(said)) {
    if (!name.startsWith('head.')) continue
    heads.push(/^HTTP\/1.1 (\d{3}) /.exec(await readFile(join(said, name), 'utf8'))?.[1] ?? '')
  }
  let shown = 0
  for (const [index, { language, text }] of blocks.entries()) {
    if (language === 'bash') continue
    const told = await readFile(join(said, `${above(blocks, index) - 1}`), 'utf8')
    if (language === 'json') expect(likewise(JSON.parse(told))).toMatchObject(likewise(JSON.parse(text)))
    else expect(told.trim()).toBe(text)
    shown += 1
  }
  const called = commands.flatMap(({ text }) => text.match(/\bcurl /g) ?? []).length
  return { called, heads, shown }
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
const above = (blocks: readonly Block[], index: number): number =>
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
