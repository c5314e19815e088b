import { sql } from 'drizzle-orm'
import { type Clock, toWire } from '../lib/instant.ts'
import type { Database } from './database.ts'
import { isUnavailable, isWorthRetrying, refusalOf } from './errors.ts'
import { wireMoment } from './selection.ts'
import { selecting } from './statement.ts'

/** What was read, and the moment as of which it was true. */
interface AsOf<T> {
  readonly outcome: T
  /** RFC 3339: everything that was committed by then is in it. */
  readonly asOf: string
}

/** Where reports, exports and lists for reporting are read: a replica where there is one, else the primary. */
export interface ReportDatabase {
  /**
   * Reads there, and says as of when. A replica that does not answer is passed over for the primary, with a warning, and
   * tried again after a few seconds; so `query` may run twice.
   */
  read<T>(query: (db: Database) => Promise<T>): Promise<AsOf<T>>
  close(): Promise<void>
}

export interface ReportDatabaseOptions {
  readonly primary: Database
  /** Null: there is none, and everything is read from the primary. */
  readonly replica: Database | null
  readonly clock: Clock
  /** Hears when the replica is passed over, and when it is read again. */
  readonly onChange: (isAway: boolean, error?: unknown) => void
}

/** Milliseconds for which a replica that did not answer is left alone. */
const pause = 5000

/**
 * When what a replica shows was true; null: it is now. All that has arrived is shown, and more keeps arriving; else it is
 * as old as the last transaction that it has replayed.
 */
const replayed = selecting({
  at: sql<string | null>`case
    when pg_is_in_recovery() and (pg_last_wal_receive_lsn() is distinct from pg_last_wal_replay_lsn()
      or not exists (select from pg_stat_wal_receiver))
    then ${wireMoment(sql<string>`pg_last_xact_replay_timestamp()`)} end`,
})<object>()

export function openReportDatabase(options: ReportDatabaseOptions): ReportDatabase {
  const { primary, replica, clock, onChange } = options
  let awayUntil = 0
  let isAway = false

  const fromPrimary = async <T>(query: (db: Database) => Promise<T>): Promise<AsOf<T>> => {
    const asOf = toWire(clock())
    return { outcome: await query(primary), asOf }
  }

  return {
    async read(query) {
      if (replica === null || performance.now() < awayUntil) return fromPrimary(query)
      try {
        const now = toWire(clock())
        const shown = await replica.row(replayed, {})
        const outcome = await query(replica)
        if (isAway) onChange(false)
        isAway = false
        return { outcome, asOf: shown?.at ?? now }
      } catch (error) {
        if (!isAwayBy(error)) throw error
        if (!isAway) onChange(true, error)
        isAway = true
        awayUntil = performance.now() + pause
        return fromPrimary(query)
      }
    },
    close: async () => {
      await replica?.close()
    },
  }
}

/**
 * The replica is away, or had to drop what was read to keep up with the primary. What merely takes too long would take as
 * long elsewhere.
 */
const isAwayBy = (error: unknown): boolean =>
  (isUnavailable(error) && refusalOf(error)?.code !== QUERY_CANCELED) || isWorthRetrying(error)

const QUERY_CANCELED = '57014'
