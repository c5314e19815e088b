import pg from 'pg'
import { type BulkConnection, openBulk } from './bulk/bulk.ts'
import { SharedConnections } from './connections/shared-connections.ts'
import { wireTypes } from './connections/wire-types.ts'
import type { Statement } from './statement.ts'
import { Transaction, type TransactionOptions } from './transaction.ts'

/** The database as the service sees it: reads on their own, and transactions. */
export interface Database {
  /** A statement that stands alone; it shares a connection with others. */
  rows<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]>
  row<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row | undefined>
  /** A transaction that has not begun yet; whoever takes it ends it. */
  transaction(options?: TransactionOptions): Promise<Transaction>
  /** A connection of its own, for LISTEN; the caller ends it. */
  dedicated(): pg.Client
  /** A connection of its own for exports and imports, of which there are few; whoever takes it gives it back. */
  bulk(): Promise<BulkConnection>
  /** How many connections for transactions there are, and who waits for one. */
  connections(): ConnectionCounts
  close(): Promise<void>
}

interface ConnectionCounts {
  readonly used: number
  readonly idle: number
  /** How many there may be. */
  readonly most: number
  readonly waiting: number
}

export interface DatabaseOptions {
  readonly url: string
  /** Leads past a pooler to PostgreSQL itself, for LISTEN; left out: `url`. */
  readonly directUrl?: string | undefined
  /** Connections for transactions; four more are shared by reads. 4 to 10 serve a small machine best. */
  readonly connections: number
  /** Hears of connections that broke while nobody used them. */
  readonly onError: (error: Error) => void
}

/*
 * Each limit is larger than the one below it, so that the server gives up before its client does:
 * lock 2 s < statement 5 s < client 6 s < transaction 10 s (the request's own limit).
 */
const limits = ['lock_timeout=2000', 'statement_timeout=5000', 'idle_in_transaction_session_timeout=10000']
/** What is moved in bulk takes its time, but never holds a lock while nothing happens. */
const bulkLimits = ['lock_timeout=10000', 'statement_timeout=0', 'idle_in_transaction_session_timeout=60000']
const usual = [
  'timezone=UTC',
  'jit=off',
  // Requests are many and short: they share the processors by themselves, and starting helpers takes longer than most.
  'max_parallel_workers_per_gather=0',
  'search_path=public',
]
const options = (settings: readonly string[]) => settings.map((setting) => `-c ${setting}`).join(' ')
/** How every session of the service is set, but for those that move things in bulk. */
export const session = options([...limits, ...usual])
/*
 * What has a name is planned once, for whatever it is asked. Left the choice, PostgreSQL plans anew each time what looks
 * cheaper with the values in it, and the planning costs several times the answer. Such a plan stays while a table grows, until
 * statistics are taken: of a table that is still small, what is found by an index must not seem dearer than reading all of it.
 */
export const plannedOnce = `${session} ${options(['plan_cache_mode=force_generic_plan', 'random_page_cost=1.1'])}`

const sharedConnections = 2
const bulkConnections = 4

/** Opens the pool. Nothing connects before the first query. */
export function openDatabase({ url, directUrl = url, connections, onError }: DatabaseOptions): Database {
  const config: pg.ClientConfig = {
    connectionString: url,
    application_name: 'eigenaar',
    options: session,
    keepAlive: true,
    connectionTimeoutMillis: 2000,
    query_timeout: 6000,
    types: wireTypes,
  }
  // What is better planned for its values has no name, and connections of its own.
  const once = { ...config, options: plannedOnce }
  const pool = new pg.Pool({
    ...once,
    pipeline: true,
    max: connections,
    idleTimeoutMillis: 30_000,
  })
  pool.on('error', onError)
  // A connection can also break between two statements of a transaction, where the pool does not listen.
  pool.on('connect', (client) => client.on('error', onError))

  const { query_timeout: _, ...unhurried } = config
  const bulk = openBulk(
    { ...unhurried, options: options([...bulkLimits, ...usual]), max: bulkConnections },
    onError,
  )
  const shared = new SharedConnections(once, sharedConnections, onError)
  const plannedEach = new SharedConnections(config, sharedConnections, onError)

  const rows = async <Params extends object, Row>(
    { name, text, values }: Statement<Params, Row>,
    params: Params,
  ) => {
    const connections = name === '' ? plannedEach : shared
    const { rows } = await connections.query({ name, text, values: values(params) })
    return rows as Row[]
  }
  return {
    rows,
    row: async (statement, params) => (await rows(statement, params))[0],
    transaction: async (options) => new Transaction({ connect: () => pool.connect(), rows }, options),
    dedicated: () => new pg.Client({ ...config, connectionString: directUrl }),
    bulk: bulk.connect,
    connections: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      most: connections,
      waiting: pool.waitingCount,
    }),
    close: async () => {
      await Promise.all([shared.close(), plannedEach.close(), pool.end(), bulk.close()])
    },
  }
}
