import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { migrate } from '../../../src/db/migrate.ts'
import { startServer, type TestServer } from '../server.ts'
import type { Mutant, Outcome } from './mutant.ts'
import { reportOf } from './report.ts'
import { runTests } from './run-tests.ts'
import { sample } from './sample.ts'
import { sqlMutants } from './sql-mutants.ts'
import { testsOf } from './tests-of.ts'
import { typescriptMutants } from './typescript-mutants.ts'

/**
 * Bends what keeps the laws, one thing at a time, and tells which of these mutants the tests do not notice:
 * `npm run mutants -- --sample 60 --seed 1 --kind sql`. It writes to files of `src` while it tries those, and puts each back,
 * also when it is interrupted.
 */
const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: 'all' },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
})
const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort())

const server = await startServer()
const base = `mutants_${process.pid}`
const outcomes: Outcome[] = []
try {
  const mutants = await chosen()
  if (values.list) process.stdout.write(mutants.map(({ kind, name }) => `${kind}: ${name}\n`).join(''))
  else
    for (const [at, mutant] of mutants.entries()) {
      if (interrupted.signal.aborted) break
      const outcome = await tried(mutant)
      if (interrupted.signal.aborted) break
      outcomes.push(outcome)
      process.stderr.write(
        `${at + 1}/${mutants.length} ${outcome.verdict}: ${mutant.kind}: ${mutant.name} ${outcome.by}\n`,
      )
    }
  process.stdout.write(values.list ? '' : reportOf(outcomes))
} finally {
  await administer(server, `DROP DATABASE IF EXISTS ${base} WITH (FORCE)`)
  await server.stop()
}

async function chosen(): Promise<readonly Mutant[]> {
  await administer(server, `CREATE DATABASE ${base}`)
  await migrate(urlOf(base))
  const client = new Client({ connectionString: urlOf(base) })
  await client.connect()
  const sql = values.kind === 'typescript' ? [] : await sqlMutants(client)
  await client.end()
  const all = [...sql, ...(values.kind === 'sql' ? [] : typescriptMutants())]
  const asked = all.filter(({ kind, name }) => `${kind}: ${name}`.includes(values.only))
  return values.sample === undefined ? asked : sample(asked, Number(values.sample), Number(values.seed))
}

function tried(mutant: Mutant): Promise<Outcome> {
  return mutant.kind.startsWith('TypeScript') ? withFile(mutant) : withDatabase(mutant)
}

async function withDatabase(mutant: Mutant): Promise<Outcome> {
  const template = `${base}_bent`
  await administer(server, `CREATE DATABASE ${template} TEMPLATE ${base}`)
  try {
    const client = new Client({ connectionString: urlOf(template) })
    await client.connect()
    const refused = await client.query(mutant.change).then(
      () => undefined,
      (error: Error) => error.message,
    )
    await client.end()
    if (refused !== undefined) return { mutant, verdict: 'broken', by: refused }
    return await judged(mutant, { TEST_DATABASE_URL: server.url, TEST_TEMPLATE: template })
  } finally {
    await administer(server, `DROP DATABASE ${template} WITH (FORCE)`)
  }
}

async function withFile(mutant: Mutant): Promise<Outcome> {
  const file = `src/${mutant.on}`
  const text = readFileSync(file, 'utf8')
  try {
    writeFileSync(file, mutant.change)
    return await judged(mutant, { TEST_DATABASE_URL: server.url, TEST_TEMPLATE: base })
  } finally {
    writeFileSync(file, text)
  }
}

async function judged(mutant: Mutant, env: Readonly<Record<string, string>>): Promise<Outcome> {
  for (const tests of testsOf(mutant)) {
    const by = await runTests(tests, env, interrupted.signal)
    if (by !== undefined) return { mutant, verdict: 'killed', by }
  }
  return { mutant, verdict: 'survived', by: '' }
}

function urlOf(database: string): string {
  const url = new URL(server.url)
  url.pathname = `/${database}`
  return url.href
}

async function administer({ url }: TestServer, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
