import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Clock } from '../../lib/instant.ts'
import { cases } from '../../tables/cases.ts'
import { events, feed } from '../../tables/events.ts'
import { callerAgain, readsEvents } from '../access/caller-again.ts'
import type { KnownCallers } from '../access/known-callers.ts'
import { eventRow, toEvent } from '../events/event-row.ts'
import type { Listener, Told } from './listener.ts'

const atOnce = 500
/** Milliseconds between two looks, where nothing is heard of growth: LISTEN may be lost, or not to be had. */
const pollEvery = 1000
/** Milliseconds between two signs of life; a proxy cuts off what is silent for a minute. */
const heartbeatEvery = 15_000
/** Milliseconds after which a stream ends by itself, so that listeners spread over instances anew. */
const longest = 3_600_000

const columns = { ...eventRow, ...pick(cases, 'c', 'aboutEmployeeId', 'ownerId') }
const newer = selecting(columns)<{ after: number }>(
  sql`from ${feed} f join ${events} e on e.id = f.event_id left join ${cases} c on c.id = e.case_id
  where f.position > ${sql.placeholder('after')} order by f.position limit ${sql.raw(String(atOnce))}`,
)
const last = selecting({ position: sql<number>`coalesce(max(f.position), 0)` })<object>(sql`from ${feed} f`)

/**
 * All streams of one instance. New events are read once for all of them, when the database says on the channel
 * `feed_grew` that there are some, and every second in any case; who joins late catches up first.
 */
export class EventStreams {
  readonly #db: Database
  readonly #callers: KnownCallers
  readonly #clock: Clock
  readonly #onError: (error: unknown) => void
  /** Those who listen, and since when (milliseconds of a clock that never goes back). */
  readonly live = new Map<Listener, number>()
  readonly #timers: NodeJS.Timeout[] = []
  #position = 0
  #turn: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(db: Database, callers: KnownCallers, clock: Clock, onError: (error: unknown) => void) {
    this.#db = db
    this.#callers = callers
    this.#clock = clock
    this.#onError = onError
  }

  /** The place that all live listeners have reached. */
  get position(): number {
    return this.#position
  }

  start(): void {
    this.#timers.push(setInterval(() => this.wake(), pollEvery).unref())
    this.#timers.push(setInterval(() => void this.#beat().catch(this.#onError), heartbeatEvery).unref())
  }

  /** Where the feed ends now. */
  async head(): Promise<number> {
    return (await this.#db.row(last, {}))?.position ?? 0
  }

  /** Lets a listener hear of everything from now on, if it has reached the place of the others; otherwise answers false. */
  join(listener: Listener): boolean {
    if (this.#stopped) {
      listener.end(1000)
      return true
    }
    if (listener.position < this.#position) return false
    if (this.live.size === 0) this.#position = listener.position
    this.live.set(listener, performance.now())
    listener.stream.once('close', () => this.live.delete(listener))
    this.wake()
    return true
  }

  /** There may be new events. */
  wake(): void {
    if (this.live.size === 0 || this.#stopped) return
    if (this.#turn) {
      this.#again = true
      return
    }
    this.#again = false
    this.#turn = this.#tell()
      .catch(this.#onError)
      .then(() => {
        this.#turn = undefined
        if (this.#again) this.wake()
      })
  }

  /** Ends all streams, each with the wish to come back soon, to another instance. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const timer of this.#timers) clearInterval(timer)
    for (const listener of this.live.keys()) listener.end(1000)
    await this.#turn
  }

  async #tell(): Promise<void> {
    for (let found = atOnce; found === atOnce && this.live.size > 0; ) {
      const rows = await this.#db.rows(newer, { after: this.#position })
      found = rows.length
      for (const row of rows) {
        const told = toldOf(row)
        for (const listener of this.live.keys()) listener.tell(told)
      }
      this.#position = Math.max(this.#position, rows.at(-1)?.position ?? 0)
    }
  }

  /** A sign of life, and a look at who may still listen: each caller once, however many streams they have. */
  async #beat(): Promise<void> {
    const byCaller = Map.groupBy(this.live.keys(), ({ actor: { kind, id, onBehalfOf } }) =>
      JSON.stringify([kind, id, onBehalfOf]),
    )
    for (const listeners of byCaller.values()) {
      const [one] = listeners
      const again = one && (await callerAgain(this.#db, this.#callers, one.actor, this.#clock()))
      for (const listener of listeners) {
        const since = this.live.get(listener) ?? 0
        if (!again || !readsEvents(again) || performance.now() - since > longest) listener.end()
        else {
          listener.actor = again.actor
          listener.write(': here\n\n')
        }
      }
    }
  }
}

type Row = Awaited<ReturnType<typeof readNewer>>[number]
const readNewer = (db: Database) => db.rows(newer, { after: 0 })

function toldOf(row: Row): Told {
  const { aboutEmployeeId, ownerId, ...event } = row
  const { position, type, caseId, customerId } = event
  return { position, type, caseId, customerId, aboutEmployeeId, ownerId, frame: frameOf(toEvent(event)) }
}

/** An event as a stream carries it (WHATWG HTML, server-sent events). */
export const frameOf = (event: { readonly id: string }): string =>
  `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`
