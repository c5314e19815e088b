import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cellsOf } from './cells-of.ts'
import { startPromisingService, troublesome } from './service-with-promises.ts'

/*
 * `npm run test:readers`: runs what docs/guide-reporting.md shows, in Python with pandas, R, DuckDB and psql's SQL, and opens
 * an export in LibreOffice; all must come to the same. What is not installed is told, and skipped.
 */

const run = promisify(execFile)
const guide = await readFile('docs/guide-reporting.md', 'utf8')
const folder = await mkdtemp(join(tmpdir(), 'eigenaar-read-'))
const service = await startPromisingService()
const env = { ...process.env, EIGENAAR: service.address, KEY: service.key, TZ: 'UTC' }
const failures: string[] = []

/** The example of the guide in this language, below this heading. */
function example(heading: string, language: string): string {
  const section = guide.slice(guide.indexOf(`### ${heading}`))
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1]
  if (found === undefined) throw new Error(`docs/guide-reporting.md has no ${language} below ${heading}`)
  return found
}

/** The export of a kind, saved as a file. */
async function saved(address: string, name: string): Promise<string> {
  const headers = { authorization: `Bearer ${service.key}` }
  const answer = await fetch(`${service.address}/exports/${address}`, { headers })
  const file = join(folder, name)
  await writeFile(file, Buffer.from(await answer.arrayBuffer()))
  return file
}

/** Shares at the ends of lines, in their order. */
const sharesIn = (said: string): number[] =>
  said.split('\n').flatMap((line) => {
    const share = /\s(\d(?:\.\d+)?)\s*$/.exec(line)?.[1]
    return share === undefined ? [] : [Math.round(Number(share) * 1e4) / 1e4]
  })

async function reader(
  name: string,
  packages: string,
  isThere: () => Promise<unknown>,
  read: () => Promise<void>,
) {
  try {
    await isThere()
  } catch {
    process.stdout.write(`\n!!! ${name} IS NOT INSTALLED AND READ NOTHING: ${packages}\n\n`)
    return
  }
  try {
    await read()
    process.stdout.write(`${name}: the same as the views\n`)
  } catch (error) {
    failures.push(name)
    process.stdout.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

function same(found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)]
  if (a !== b) throw new Error(`read ${a}, and not ${b}`)
}

try {
  const { rows } = await service.sql.query(example('SQL: psql, Metabase, Grafana', 'sql'))
  const shares = rows.map(({ kept_in_time }) => Math.round(Number(kept_in_time) * 1e4) / 1e4)
  if (shares.length < 3 || new Set(shares).size < 2) throw new Error('there is too little to read')

  await reader(
    'Python with pandas',
    'apt-get install python3-pandas python3-requests',
    () => run('/usr/bin/python3', ['-c', 'import pandas, requests']),
    async () => {
      const script = example('Python with pandas', 'python')
      same(sharesIn((await run('/usr/bin/python3', ['-c', script], { env })).stdout), shares)
    },
  )
  await reader(
    'R',
    'apt-get install r-base-core',
    () => run('Rscript', ['--version']),
    async () => {
      const script = join(folder, 'report.R')
      await writeFile(script, example('R', 'r'))
      same(sharesIn((await run('Rscript', [script], { env })).stdout), shares)
    },
  )
  await reader(
    'DuckDB',
    'pip install duckdb',
    () => run('python3', ['-c', 'import duckdb']),
    async () => {
      await saved('callbacks', 'callbacks.ndjson')
      const script = `import duckdb, sys
c = duckdb.connect(); c.execute("SET TimeZone = 'UTC'")
for row in c.execute(sys.argv[1]).fetchall(): print(*row)`
      const { stdout } = await run('python3', ['-c', script, example('DuckDB', 'sql')], { env, cwd: folder })
      same(sharesIn(stdout), shares)
    },
  )
  await reader(
    'LibreOffice',
    'apt-get install libreoffice-calc-nogui',
    () => run('soffice', ['--version']),
    async () => {
      const file = await saved('cases?format=csv&bom=true', 'cases.csv')
      const [names = []] = cellsOf(await readFile(file, 'utf8'))
      const asText = names.map((_, n) => `${n + 1}/2`).join('/')
      const opened = async (columns: string) => {
        await run('soffice', [
          `-env:UserInstallation=file://${folder}/profile`,
          ...['--headless', `--infilter=CSV:44,34,76,1,${columns}`, '--convert-to'],
          ...[
            'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false',
            '--outdir',
            join(folder, 'out'),
            file,
          ],
        ])
        const [, ...found] = cellsOf(await readFile(join(folder, 'out/cases.csv'), 'utf8'))
        return (name: string) => found.map((row) => row[names.indexOf(name)] ?? '').toSorted()
      }
      const texts = await opened(asText)
      const guarded = troublesome.map((words) => (/^[=+\-@]/.test(words) ? `'${words}` : words).trim())
      same(
        texts('subject').map((words) => words.trim()),
        guarded.toSorted(),
      )
      const typed = await opened('')
      same(
        typed('promisesMade').map(Number),
        troublesome.map(() => 1),
      )
      same(
        typed('status'),
        troublesome.map(() => 'resolved'),
      )
    },
  )
} finally {
  await service.stop()
  await rm(folder, { recursive: true, force: true })
}
if (failures.length > 0) {
  process.stdout.write(`${failures.join(', ')} read something else\n`)
  process.exitCode = 1
}
