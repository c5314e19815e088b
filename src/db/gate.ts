import type { Bound } from './write-statement.ts'

/** Lets a transaction in, or nothing of it. */
export interface Gate {
  /** Asked behind BEGIN, before all else: where it fails, so does everything that was sent behind it. */
  readonly question: Bound
  /** The same of a transaction that is one statement: a condition for all of it. */
  readonly condition: Condition
}

/** A condition in SQL, and the values of its first parameters. */
export interface Condition {
  readonly text: string
  readonly values: readonly unknown[]
}
