/**
 * The clock of the demo's own service: it can go back to a day that is over, and come forward from there to now. What is
 * played is never in the future, so that a service that is kept can go on with the true time.
 */
export class DemoClock {
  #behind = Temporal.Duration.from({ seconds: 0 })

  readonly now = (): Temporal.Instant => Temporal.Now.instant().subtract(this.#behind)

  /** From here on it is this moment, and time goes on. */
  moveTo(moment: Temporal.Instant): void {
    this.#behind = Temporal.Now.instant().since(moment)
  }

  /** From here on it is what it is for everybody. */
  moveToNow(): void {
    this.moveTo(Temporal.Now.instant())
  }
}
