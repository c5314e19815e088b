import { randomBytes } from 'node:crypto'
import { chown, mkdir, mkdtemp, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../lib/cannot-start.ts'
import { type Account, accountFor, canEnter, run } from './account.ts'
import { findPrograms, type Programs } from './binaries.ts'
import { makeFolder } from './data-folder.ts'

/** A PostgreSQL cluster on disk: `folder` holds its data, its socket, its password and its log. */
export interface Cluster {
  readonly folder: string
  readonly data: string
  readonly log: string
  /** How the programs, standing in `data`, are told where it is. */
  readonly dataArgument: string
  readonly password: string
  readonly account: Account | undefined
  readonly programs: Programs
}

/** The superuser of an embedded cluster, and the owner of its database. */
export const SUPERUSER = 'eigenaar'

/**
 * Opens the cluster under `dataDir`, and makes it first where there is none. With `durable` false nothing is
 * flushed to disk, which is for tests. Throws when the data is of another major version.
 */
export async function openCluster(dataDir: string, durable: boolean): Promise<Cluster> {
  await makeFolder(dataDir)
  const home = await realpath(dataDir)
  const folder = join(home, 'postgres')
  const account = await accountFor(folder)
  const programs = await findPrograms(home, account)
  if (!(await isComplete(folder))) await create(home, folder, account, programs, durable)

  const [version, password] = await Promise.all([
    readFile(join(folder, 'data', 'PG_VERSION'), 'utf8'),
    readFile(join(folder, 'password'), 'utf8'),
  ])
  if (version.trim() !== programs.major) {
    throw new CannotStart(
      `The data in ${folder} is of PostgreSQL ${version.trim()}, and PostgreSQL ${programs.major} is installed, which can't open it.`,
    )
  }
  const data = join(folder, 'data')
  const dataArgument = await waysTo(data, account)
  return { folder, data, log: join(folder, 'postgres.log'), dataArgument, password, account, programs }
}

/**
 * Made aside and moved into place whole: a start that is killed half way leaves no cluster rather than half a
 * one, and of two first starts at the same moment one makes the cluster and the other finds it.
 */
async function create(
  home: string,
  folder: string,
  account: Account | undefined,
  programs: Programs,
  durable: boolean,
): Promise<void> {
  await sweep(home)
  const fresh = await mkdtemp(join(home, 'postgres.new-'))
  const data = join(fresh, 'data')
  await mkdir(data, { mode: 0o700 })
  await writePassword(join(fresh, 'password'))
  if (account !== undefined) {
    for (const path of [fresh, data, join(fresh, 'password')]) await chown(path, account.uid, account.gid)
  }
  try {
    const options = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    options.push(
      '--data-checksums',
      '--auth=scram-sha-256',
      '--pwfile=../password',
      `--username=${SUPERUSER}`,
    )
    if (!durable) options.push('--no-sync')
    await run(programs.initdb, ['-D', await waysTo(data, account), ...options], account, data)
    await rename(fresh, folder)
  } catch (error) {
    if (!(await isComplete(folder))) throw error
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

async function writePassword(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(randomBytes(24).toString('base64url'))
  await file.sync()
  await file.close()
}

/**
 * The name of the data folder for a program that stands in it. Where a parent is closed to `account`, the path
 * is of no use to it, but Linux keeps a way to the folder one stands in that needs no permission on the way.
 */
async function waysTo(data: string, account: Account | undefined): Promise<string> {
  if (await canEnter(data, account)) return data
  if (process.platform === 'linux') return '/proc/self/cwd'
  throw new CannotStart(
    `PostgreSQL can't run as root, and no other user may enter ${data}. Choose another DATA_DIR.`,
  )
}

async function isComplete(folder: string): Promise<boolean> {
  try {
    return (await stat(join(folder, 'data', 'PG_VERSION'))).isFile()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
      throw new CannotStart(
        `The data in ${folder} belongs to another user. Start as that one, or choose another DATA_DIR.`,
      )
    }
    return false
  }
}

/** Throws away what a first start left that was killed more than an hour ago. */
async function sweep(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const path = join(home, name)
    if (!name.startsWith('postgres.new-') || (await stat(path)).mtimeMs > Date.now() - 3_600_000) continue
    await rm(path, { recursive: true, force: true })
  }
}
