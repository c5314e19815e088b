import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountFor, run } from '../../src/postgres/account.ts'

/** PostgreSQL as a distribution installs it, with its programs for dumps, which the embedded one comes without. */
const installed = '/usr/lib/postgresql'

/** Where the programs of the newest one are; undefined where none is installed. */
export function installedPostgres(): string | undefined {
  const versions = existsSync(installed) ? readdirSync(installed) : []
  return versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(installed, version, 'bin'))
    .find((programs) => existsSync(join(programs, 'initdb')) && existsSync(join(programs, 'pg_dump')))
}

/** A cluster of its own that only a socket leads to; its server is the child of nobody, and stops with `stop`. */
export async function startCluster(programs: string) {
  const folder = mkdtempSync(join(tmpdir(), 'eigenaar-installed-'))
  const account = await accountFor(folder)
  if (account) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const call = (program: string, ...args: string[]) => run(join(programs, program), args, account)
  await call(
    'initdb',
    '--pgdata',
    data,
    '--auth',
    'trust',
    '--username',
    'postgres',
    '--no-sync',
    '--encoding',
    'UTF8',
  )
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off`
  await call(
    'pg_ctl',
    'start',
    '--pgdata',
    data,
    '--wait',
    '--log',
    join(folder, 'log'),
    '--options',
    settings,
  )
  return {
    folder,
    account,
    call,
    url: (database: string) =>
      `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`,
    async stop() {
      await call('pg_ctl', 'stop', '--pgdata', data, '--mode', 'immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
