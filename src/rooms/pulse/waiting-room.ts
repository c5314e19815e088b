import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { moment } from '../../db/moment.ts'
import { type Statement, statement } from '../../db/statement.ts'
import { type Clock, toWire } from '../../lib/instant.ts'
import { pulseGivers } from '../../tables/ahead/pulse.ts'
import { employees } from '../../tables/people.ts'
import { lease } from './give-pulse.ts'
import { type Leaving, together, type WaitingAnswer, whoLeaves } from './who-leaves.ts'
import { writeWeek } from './write-week.ts'

const theirs = sql`claim = any(${sql.placeholder('claims')}::uuid[])`
type Claims = { claims: readonly string[] }
const hold: Statement<Claims & { until: string }, { claim: string }> = statement(
  sql`update ${pulseGivers} set held_until = ${moment('until')} where ${theirs} returning claim`,
)
const settle: Statement<Claims, { claim: string }> = statement(
  sql`with g as (select week, employee_id, claim from ${pulseGivers} where ${theirs} for update)
    update ${pulseGivers} p set claim = null, held_until = null from g
    where p.week = g.week and p.employee_id = g.employee_id returning g.claim`,
)
const countGivers: Statement<{ week: string; teamId: string | null }, { givers: number }> = statement(sql`
  select count(*)::integer as givers from ${pulseGivers} g join ${employees} e on e.id = g.employee_id
  where g.week = ${sql.placeholder('week')} and e.team_id is not distinct from ${sql.placeholder('teamId')}::uuid`)

/** Milliseconds between two looks. */
const pause = 1000

/**
 * Where the answers of this instance wait, in memory alone, until enough of a team are there to be written together. An answer that is
 * lost with the instance is known by its giver’s lease, which nobody renews: they may answer again (decision 38).
 */
export class WaitingRoom {
  readonly #db: Database
  readonly #clock: Clock
  readonly #onError: (error: unknown) => void
  #waiting: WaitingAnswer[] = []
  #heldUntil: Temporal.Instant | undefined
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()

  constructor(db: Database, clock: Clock, onError: (error: unknown) => void) {
    this.#db = db
    this.#clock = clock
    this.#onError = onError
  }

  /** Looks from now on, every second, whether somebody may leave. */
  start(): void {
    this.#timer = setTimeout(() => void this.look().then(() => this.#timer && this.start()), pause)
  }

  /** Takes in an answer, once its giver is on record. */
  add(answer: WaitingAnswer): void {
    this.#waiting.push(answer)
  }

  /** Renews the leases of those who wait, and writes whoever may leave; one after the other. */
  look(all = false): Promise<void> {
    this.#running = this.#running.then(() => this.#turn(all)).catch(this.#onError)
    return this.#running
  }

  /** Writes those who are enough; the others may answer again at once, elsewhere. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.look(true)
    await this.#renew(this.#clock()).catch(this.#onError)
    this.#waiting = []
  }

  async #turn(all: boolean): Promise<void> {
    if (this.#waiting.length === 0) return
    const now = this.#clock()
    const leaving = whoLeaves(this.#waiting, toWire(now), all)
    const isDue =
      this.#heldUntil === undefined || Temporal.Instant.compare(now.add({ minutes: 8 }), this.#heldUntil) > 0
    if (isDue || leaving.length > 0) await this.#renew(now.add(lease))
    for (const group of whoLeaves(this.#waiting, toWire(now), all)) await this.#write(group)
  }

  /** Whose claim is on record no longer has answered elsewhere meanwhile, or their answer was sent twice. */
  async #renew(until: Temporal.Instant): Promise<void> {
    const claims = this.#waiting.map(({ claim }) => claim)
    if (claims.length === 0) return
    const held = new Set(
      (await this.#db.rows(hold, { claims, until: toWire(until) })).map(({ claim }) => claim),
    )
    const asked = new Set(claims)
    this.#waiting = this.#waiting.filter(({ claim }) => held.has(claim) || !asked.has(claim))
    this.#heldUntil = until
  }

  async #write({ week, teamId, answers, last }: Leaving): Promise<void> {
    const givers = last ? (await this.#db.row(countGivers, { week, teamId }))?.givers : undefined
    const claims = answers.map(({ claim }) => claim)
    const ours = new Set((await this.#db.rows(settle, { claims })).map(({ claim }) => claim))
    this.#waiting = this.#waiting.filter(({ claim }) => !claims.includes(claim))
    // Fewer than five of a team would never be shown, and would say too much to whoever reads the table.
    if (givers !== undefined && givers < together) return
    await writeWeek(
      this.#db,
      week,
      answers.filter(({ claim }) => ours.has(claim)),
    )
  }
}
