/**
 * Who may still come when it is busy: a telephone that rings last of all is sent away, and what is read in bulk first. Whoever
 * stands in line is served, in the order in which they came; only a telephone that rings goes before the others.
 */
export type Rank = 'ringing' | 'work' | 'list' | 'bulk'

export interface LineLimits {
  /** How many are served at once. */
  readonly atOnce: number
  /** How many may stand before a newcomer of this rank. */
  readonly longest: Readonly<Record<Rank, number>>
  /** So many may stand in line however long the others took. */
  readonly always: number
  /** Milliseconds of expected waiting from which on a newcomer of this rank is sent away. */
  readonly longestWait: Readonly<Record<Rank, number>>
  /** Milliseconds after which a request that waited is refused before it begins. */
  readonly patience: number
}

interface Waiting {
  readonly since: number
  readonly settle: (admitted: boolean) => void
}

/** How much the newest of the gaps between two ends weighs in what is expected. */
const weight = 0.05

/**
 * The line before the work. Its length and the pace at which it moves say, when somebody comes, how long they would
 * wait: whoever would wait too long hears so at once and not after having waited, while the others are served as quickly as ever.
 */
export class WaitingLine {
  readonly #limits: LineLimits
  readonly #now: () => number
  readonly #ringing = new Set<Waiting>()
  readonly #others = new Set<Waiting>()
  #inside = 0
  #gap = 0
  #lastEnd: number | undefined

  /** `now` answers milliseconds of a clock that never goes back. */
  constructor(limits: LineLimits, now: () => number = () => performance.now()) {
    this.#limits = limits
    this.#now = now
  }

  /** How many are served. */
  get inside(): number {
    return this.#inside
  }

  /** How many stand in line. */
  get waiting(): number {
    return this.#ringing.size + this.#others.size
  }

  /** Whether somebody of this rank would be sent away if they came now. */
  isFull(rank: Rank): boolean {
    if (this.#inside < this.#limits.atOnce) return false
    const { longest, longestWait, always } = this.#limits
    const ahead = rank === 'ringing' ? this.#ringing.size : this.waiting
    return ahead >= longest[rank] || (ahead >= always && ahead * this.#gap > longestWait[rank])
  }

  /**
   * Answers true once it is this one's turn, which `leave` ends, and false for whoever is sent away. `gone` is called
   * with what takes them out of the line, for whoever hangs up meanwhile.
   */
  enter(rank: Rank, gone: (leaveLine: () => void) => void): Promise<boolean> {
    this.#sendAwayLate()
    if (this.isFull(rank)) return Promise.resolve(false)
    if (this.#inside < this.#limits.atOnce) {
      this.#inside++
      return Promise.resolve(true)
    }
    const line = rank === 'ringing' ? this.#ringing : this.#others
    return new Promise((settle) => {
      const waiting = { since: this.#now(), settle }
      line.add(waiting)
      gone(() => line.delete(waiting) && settle(false))
    })
  }

  /** Ends a turn; the next one's begins. */
  leave(): void {
    this.#sendAwayLate()
    const next = this.#takeNext()
    this.#keepPace(next !== undefined)
    if (next) next.settle(true)
    else this.#inside--
  }

  #takeNext(): Waiting | undefined {
    for (const line of [this.#ringing, this.#others])
      for (const first of line) {
        line.delete(first)
        return first
      }
    return undefined
  }

  #sendAwayLate(): void {
    const latest = this.#now() - this.#limits.patience
    for (const line of [this.#ringing, this.#others])
      for (const waiting of line) {
        // They came one behind another: who is behind one that may wait on may wait on as well.
        if (waiting.since >= latest) break
        line.delete(waiting)
        waiting.settle(false)
      }
  }

  /** Measures only while somebody waits: the pace of an idle service is that of its callers. */
  #keepPace(somebodyWaited: boolean): void {
    const now = this.#now()
    if (somebodyWaited && this.#lastEnd !== undefined) this.#gap += weight * (now - this.#lastEnd - this.#gap)
    this.#lastEnd = somebodyWaited ? now : undefined
  }
}
