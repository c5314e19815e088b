/** Who is served first: a telephone that rings, then people at work, then lists, then what is read in bulk. */
const ranks = ['ringing', 'work', 'list', 'bulk'] as const
export type Rank = (typeof ranks)[number]

export interface LineLimits {
  /** How many are served at once. */
  readonly atOnce: number
  /** How many may stand in line, of this rank and those before it. */
  readonly longest: Readonly<Record<Rank, number>>
  /** So many may stand in line however long the others took. */
  readonly always: number
  /** Milliseconds of expected waiting from which on a newcomer is sent away. */
  readonly longestWait: number
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
 * wait: whoever would wait too long hears so at once, while the others are served as quickly as ever.
 */
export class WaitingLine {
  readonly #limits: LineLimits
  readonly #now: () => number
  readonly #lines: Readonly<Record<Rank, Set<Waiting>>> = {
    ringing: new Set(),
    work: new Set(),
    list: new Set(),
    bulk: new Set(),
  }
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
    return this.#ahead('bulk')
  }

  /** Whether somebody of this rank would be sent away if they came now. */
  isFull(rank: Rank): boolean {
    if (this.#inside < this.#limits.atOnce) return false
    const ahead = this.#ahead(rank)
    return ahead >= this.#limits.longest[rank] || this.#takesLong(ahead)
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
    const line = this.#lines[rank]
    return new Promise((settle) => {
      const waiting = { since: this.#now(), settle }
      line.add(waiting)
      this.#sendAwayOvertaken(rank)
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

  #ahead(rank: Rank): number {
    return ranks
      .slice(0, ranks.indexOf(rank) + 1)
      .reduce((count, before) => count + this.#lines[before].size, 0)
  }

  /** Whether it takes longer than anybody should wait until so many had their turn. */
  #takesLong(ahead: number): boolean {
    return ahead >= this.#limits.always && ahead * this.#gap > this.#limits.longestWait
  }

  /**
   * Who comes later and is served sooner makes the others wait longer. Those behind who would now wait too long hear so at
   * once, and not when their patience ends: the last of them first, who has waited least.
   */
  #sendAwayOvertaken(by: Rank): void {
    for (const rank of ranks.slice(ranks.indexOf(by) + 1).reverse()) {
      const line = this.#lines[rank]
      for (const last of [...line].reverse()) {
        if (!this.#takesLong(this.#ahead(rank) - 1)) break
        line.delete(last)
        last.settle(false)
      }
    }
  }

  #takeNext(): Waiting | undefined {
    for (const rank of ranks)
      for (const first of this.#lines[rank]) {
        this.#lines[rank].delete(first)
        return first
      }
    return undefined
  }

  #sendAwayLate(): void {
    const latest = this.#now() - this.#limits.patience
    for (const line of Object.values(this.#lines))
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
