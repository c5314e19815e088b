import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { Client } from 'pg'
import { migrate } from '../../src/db/migrate.ts'
import { changeLaws } from './change-laws.ts'
import { compareLaws } from './held-laws.ts'
import { startServer } from './server.ts'

/**
 * Writes the migration that brings the database from what the migrations make to what is written in `src/tables/laws`.
 * Its name is the argument: `npm run laws -- callbacks_stand`.
 */
const name = process.argv[2] ?? 'laws'
const statements = await differences()
if (statements.length === 0) process.stdout.write('The migrations make what the files say\n')
else {
  const command = ['node_modules/drizzle-kit/bin.cjs', 'generate', '--custom', `--name=${name}`]
  execFileSync(process.execPath, command, { stdio: 'pipe' })
  const file = `migrations/${readdirSync('migrations').sort().at(-1)}/migration.sql`
  writeFileSync(file, `${statements.join('\n--> statement-breakpoint\n')}\n`)
  process.stdout.write(`${file}: ${statements.length} statement${statements.length === 1 ? '' : 's'}\n`)
}

/** Between a new database that the migrations made, on a server of its own, and the files. */
async function differences(): Promise<readonly string[]> {
  const server = await startServer()
  const url = new URL(server.url)
  url.pathname = `/eigenaar_laws_${process.pid}`
  const administrator = new Client({ connectionString: server.url })
  await administrator.connect()
  try {
    await administrator.query(`CREATE DATABASE ${url.pathname.slice(1)}`)
    await migrate(url.href)
    const client = new Client({ connectionString: url.href })
    await client.connect()
    const { held, written } = await compareLaws(client).finally(() => client.end())
    return changeLaws(held, written)
  } finally {
    await administrator.query(`DROP DATABASE IF EXISTS ${url.pathname.slice(1)} WITH (FORCE)`)
    await administrator.end()
    await server.stop()
  }
}
