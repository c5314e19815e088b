/** One thing that is bent, which some test should notice. */
export interface Mutant {
  readonly kind: string
  /** The same in each run: what stands in `equivalents.ts`. */
  readonly name: string
  /** The table of a law, or the file in `src`: by that its tests are chosen. */
  readonly on: string
  /** SQL that bends a database; or the text that the file has then. */
  readonly change: string
  /** What refuses with it, by name: tests that say one of these are the nearest. */
  readonly names: readonly string[]
  /** What nearly all tests do is refused no more than before: so many of these can be tried on one database. */
  readonly letsWorkGoOn: boolean
  /** A test that is made from the pages of laws tries what is bent, on a table where nothing else can refuse. */
  readonly isTriedFromItsPage?: boolean
}

type Verdict = 'killed' | 'survived' | 'broken' | 'equivalent'

/** What became of one: by which test it was killed, or why it could not even be tried. */
export interface Outcome {
  readonly mutant: Mutant
  readonly verdict: Verdict
  readonly by: string
}
