import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { environment, run } from './account.ts'
import type { Cluster } from './cluster.ts'

/** Where a cluster listens: a socket in its folder, or a port of the loopback interface. Never both. */
export interface Address {
  readonly host: string
  readonly port: number
}

/**
 * The address to listen on: a socket, except on Windows and where its path is too long for one (107 bytes on
 * Linux, 103 on macOS).
 */
export async function chooseAddress(cluster: Cluster): Promise<Address> {
  // The number is a part of the socket's name and no port: nothing listens on the network then.
  const socket = { host: cluster.folder, port: 5432 }
  const length = Buffer.byteLength(join(socket.host, `.s.PGSQL.${socket.port}`))
  if (process.platform !== 'win32' && length <= 103) return socket
  return { host: '127.0.0.1', port: await freePort() }
}

/** Starts PostgreSQL in a session of its own, so that a Ctrl-C meant for us doesn't stop it under our hands. */
export async function launch(
  cluster: Cluster,
  address: Address,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  await disownStaleLock(cluster)
  const local = address.host === cluster.folder
  const all = {
    ...settings,
    listen_addresses: local ? '' : address.host,
    port: String(address.port),
    // Relative to the data folder, which PostgreSQL stands in: no path is too long for it or closed to it.
    unix_socket_directories: local ? '..' : '',
    unix_socket_permissions: '0700',
    [IDENTITY]: cluster.data,
  }
  const options = Object.entries(all).map(([name, value]) => `${name}=${value}`)
  const { postgres, pgCtl } = cluster.programs
  const log = await openLog(cluster)
  // On Windows only pg_ctl can start PostgreSQL for an administrator: it gives up the rights that are refused.
  const [program, args] =
    process.platform === 'win32'
      ? [pgCtl, ['start', '-D', cluster.dataArgument, '-o', options.map((o) => `-c "${o}"`).join(' ')]]
      : [postgres, ['-D', cluster.dataArgument, ...options.flatMap((option) => ['-c', option])]]
  try {
    const child = spawn(program, args, {
      ...cluster.account,
      cwd: cluster.data,
      env: environment(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      windowsHide: true,
    })
    child.unref()
    await once(child, 'spawn')
    return child
  } finally {
    await log.close()
  }
}

/** The port of the postmaster that runs this very cluster; undefined when none does. */
export async function findRunning(cluster: Cluster): Promise<number | undefined> {
  const lines = (await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port)) return undefined
  return (await runsCluster(pid, cluster)) ? port : undefined
}

/** Stops PostgreSQL: open transactions are rolled back, everything committed is written. Waits until it is gone. */
export async function shutDown(cluster: Cluster): Promise<void> {
  const args = ['stop', '-D', cluster.dataArgument, '-m', 'fast', '-w', '-t', '60']
  await run(cluster.programs.pgCtl, args, cluster.account, cluster.data)
}

/** A setting without a meaning to PostgreSQL, by which its command line says whose it is. */
const IDENTITY = 'eigenaar.folder'

/** A pid alone proves nothing, since numbers come back; the command line does. That of a zombie is empty. */
async function runsCluster(pid: number, cluster: Cluster): Promise<boolean> {
  const mark = `${IDENTITY}=${cluster.data}`
  try {
    if (process.platform === 'linux') {
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').includes(mark)
    }
    if (process.platform === 'win32') return process.kill(pid, 0)
    return (await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)], undefined)).includes(mark)
  } catch {
    return false
  }
}

/**
 * PostgreSQL doesn't start when the pid in its lock file is alive, be it a zombie or an unrelated process that
 * got the number since. The pid of its parent it takes for stale: so ours is written, and the rest is kept, by
 * which PostgreSQL makes sure that no orphan of the last run still writes. Written through the file that was
 * judged: should another start replace it meanwhile, nobody reads what we write.
 */
async function disownStaleLock(cluster: Cluster): Promise<void> {
  if (process.platform === 'win32') return
  const file = await open(join(cluster.data, 'postmaster.pid'), 'r+').catch(() => undefined)
  if (file === undefined) return
  try {
    const [pid, ...rest] = (await file.readFile('utf8')).split('\n')
    if (rest.length === 0 || (await runsCluster(Number(pid), cluster))) return
    await file.truncate()
    await file.write([process.pid, ...rest].join('\n'), 0)
  } finally {
    await file.close()
  }
  await rm(join(cluster.folder, '.s.PGSQL.5432.lock'), { force: true })
}

async function openLog(cluster: Cluster): Promise<Awaited<ReturnType<typeof open>>> {
  const size = await stat(cluster.log).then(
    (file) => file.size,
    () => 0,
  )
  if (size > 16 * 1024 * 1024) await rename(cluster.log, `${cluster.log}.1`)
  const log = await open(cluster.log, 'a', 0o600)
  if (cluster.account !== undefined) await chown(cluster.log, cluster.account.uid, cluster.account.gid)
  return log
}

/** The last lines PostgreSQL wrote, for whoever has to find out why it didn't start. */
export async function endOfLog(cluster: Cluster): Promise<string> {
  const log = await readFile(cluster.log, 'utf8').catch(() => '')
  return `The end of ${cluster.log}:\n${log.trim().split('\n').slice(-5).join('\n')}`
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
