import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { CannotStart } from '../lib/cannot-start.ts'
import { type Cluster, SUPERUSER } from './cluster.ts'
import type { Address } from './postmaster.ts'

/** Another live process looks after the cluster in this folder. */
export class DataDirInUse extends CannotStart {
  override readonly name = 'DataDirInUse'
  constructor(folder: string, holder: string) {
    super(
      `The data folder ${folder} is in use by another Eigenaar (${holder}). Stop that one first, or choose another folder with DATA_DIR.`,
    )
  }
}

/**
 * Takes a cluster for this process: a connection that holds an advisory lock for as long as it lives. So the lock
 * goes when the process does, however it ends, and there is no file that could be stale. Throws DataDirInUse.
 */
export async function takeCluster(cluster: Cluster, address: Address): Promise<Client> {
  const guard = new Client({
    ...address,
    user: SUPERUSER,
    password: cluster.password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 5_000,
    application_name: `eigenaar guard, process ${process.pid}`,
  })
  // A lost connection is noticed by its end; without a listener it would end the process.
  guard.on('error', () => undefined)
  try {
    await guard.connect()
    await lock(guard, cluster)
    await ensureDatabase(guard)
  } catch (error) {
    await guard.end().catch(() => undefined)
    throw error
  }
  // Who forgets to stop us may still end: the cluster is found again at the next start.
  unref(guard)
  return guard
}

/** The database `eigenaar` at this address, for clients of any kind. */
export function urlOf(cluster: Cluster, { host, port }: Address): string {
  const url = new URL(`postgresql://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`)
  // A folder means the socket in it, and takes the place of the host.
  if (host === cluster.folder) url.searchParams.set('host', host)
  url.searchParams.set('sslmode', 'disable')
  return url.href
}

async function lock(guard: Client, cluster: Cluster): Promise<void> {
  // The session of a holder that was killed just now takes a moment to notice.
  for (let attempt = 0; attempt < 10; attempt++) {
    const { rows } = await guard.query(`SELECT pg_try_advisory_lock(${LOCK}) AS taken`)
    if (rows[0]?.taken === true) return
    await sleep(150)
  }
  const { rows } = await guard.query(
    `SELECT split_part(a.application_name, ', ', 2) AS holder FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = ${LOCK}`,
  )
  throw new DataDirInUse(dirname(cluster.folder), rows[0]?.holder || 'a process that is just ending')
}

async function ensureDatabase(guard: Client): Promise<void> {
  const { rowCount } = await guard.query(`SELECT FROM pg_database WHERE datname = '${DATABASE}'`)
  if (rowCount === 0) await guard.query(`CREATE DATABASE ${DATABASE}`)
}

/** Missing from the types of pg, and documented. */
function unref(client: Client & { unref?(): void }): void {
  client.unref?.()
}

/** The name of the database in an embedded cluster. */
const DATABASE = 'eigenaar'

/** Any number does, as long as nothing else uses it in the database `postgres` of an embedded cluster. */
const LOCK = 1_815_001
