import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { CannotStart } from '../lib/cannot-start.ts'

const execute = promisify(execFile)

/** The system account PostgreSQL runs as. It refuses to run as root, so root has to lend it another one. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * The account for the cluster in `folder`: none for anybody but root, who keep their own; else the owner of
 * the folder, so that a cluster made by an ordinary user stays his, or an account without rights of its own.
 */
export async function accountFor(folder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(folder).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }

  return (await named('postgres')) ?? (await named('nobody')) ?? (await newAccount())
}

/** Runs a program to its end, as `account`; answers what it printed, and throws with what it complained of. */
export async function run(
  file: string,
  args: readonly string[],
  account: Account | undefined,
  cwd = '/',
): Promise<string> {
  const { stdout } = await execute(file, args, { ...account, cwd, env: environment(), windowsHide: true })
  return stdout
}

/** Nothing of ours may leak into PostgreSQL's environment: no secrets, and no PGDATA or LANG that it obeys. */
export function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']
  const ours = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { ...Object.fromEntries(ours), LC_ALL: 'C', TZ: 'UTC' }
}

/** Those of our own are forgotten too: by PGHOST, PGOPTIONS and their like a client means a server of the caller's. */
export function forgetOtherServers(): void {
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]/.test(name)) delete process.env[name]
}

/** Whether `account` can walk to `folder`: a parent that only root may enter (0700) is in the way of others. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) return true
  return succeeds(run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account))
}

/** Whether a command ended well. */
export async function succeeds(command: Promise<unknown>): Promise<boolean> {
  return command.then(
    () => true,
    () => false,
  )
}

async function named(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', name]), execute('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function newAccount(): Promise<Account> {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['adduser', '-S', '-H', '-D', 'postgres'],
  ] as const
  for (const [program, ...args] of ways) await succeeds(execute(program, args))

  const made = await named('postgres')
  if (made !== undefined) return made
  throw new CannotStart(
    'PostgreSQL refuses to run as root, and there is no account to run it as. Start as an ordinary user, add a user "postgres", or set DATABASE_URL.',
  )
}
