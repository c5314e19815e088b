import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'
import { rateLimits } from '../tables/access.ts'

/** What of a caller's limit this instance may still spend in the present minute. */
interface Window {
  /** Taken from the database and not spent yet. */
  left: number
  /** What all instances together had not taken when we last heard. */
  rest: number
  taking: Promise<void> | undefined
}

// A row from a minute long past or far ahead, by a clock that was wrong, begins anew. One that is a minute ahead is of an
// instance whose clock is a little faster than ours: there we count along, so that nothing is given out twice.
const take = statement<{ caller: string; since: string; portion: number }, { readonly taken: number }>(sql`
  insert into ${rateLimits} as r (caller, since, taken)
  values (${sql.placeholder('caller')}, ${sql.placeholder('since')}, ${sql.placeholder('portion')})
  on conflict (caller) do update set
    since = case when r.since between excluded.since and excluded.since + interval '1 minute'
      then r.since else excluded.since end,
    taken = case when r.since between excluded.since and excluded.since + interval '1 minute'
      then r.taken else 0 end + excluded.taken
  returning r.taken`)

/** Portions into which a limit is divided: so many round trips cost a caller who uses all of it. */
const portions = 20
/** How long a request waits for the database to be counted, in milliseconds. */
const patience = 500

/**
 * Counts requests of callers in minutes of UTC, in all instances together. An instance takes a portion of a caller's
 * limit from the database, and counts it down by itself: together they never give out more than the limit. While the
 * database does not answer, each counts alone.
 */
export class RateWindows {
  readonly #db: Database
  #minute = 0
  /** Of this minute alone, so that callers who are gone take no memory. */
  readonly #windows = new Map<string, Window>()

  constructor(db: Database) {
    this.#db = db
  }

  /** Counts a request at `now` (milliseconds). How many may follow it; below zero: it is one too many. */
  take(caller: string, limit: number, now: number): number | Promise<number> {
    const minute = Math.floor(now / 60_000)
    if (minute !== this.#minute) {
      this.#windows.clear()
      this.#minute = minute
    }
    let window = this.#windows.get(caller)
    if (!window) {
      window = { left: 0, rest: limit, taking: undefined }
      this.#windows.set(caller, window)
    }
    return window.left > 0 ? spend(window) : this.#takeMore(window, caller, limit, minute)
  }

  async #takeMore(window: Window, caller: string, limit: number, minute: number): Promise<number> {
    while (window.left === 0 && window.rest > 0) {
      window.taking ??= this.#takePortion(window, caller, limit, minute)
      await window.taking
    }
    return window.left > 0 ? spend(window) : -1
  }

  async #takePortion(window: Window, caller: string, limit: number, minute: number): Promise<void> {
    const portion = Math.max(1, Math.floor(limit / portions))
    const since = new Date(minute * 60_000).toISOString()
    const answer = await inTime(this.#db.row(take, { caller, since, portion }))
    const before = answer ? answer.taken - portion : 0
    const granted = Math.max(0, Math.min(portion, window.rest, limit - before))
    window.left += granted
    window.rest = Math.max(0, Math.min(window.rest - granted, limit - before - granted))
    window.taking = undefined
  }
}

function spend(window: Window): number {
  window.left--
  return window.left + window.rest
}

/** The answer, or undefined when there is none in time. */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined)
  })
  try {
    return await Promise.race([answer.catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}
