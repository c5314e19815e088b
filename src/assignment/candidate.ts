import type { StandInSpan } from '../people/stand-in-span.ts'

/** An active member of a team, and who stands in for them. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly extension: string | null
  readonly teamId: string
  readonly teamTimeZone: string
  /** Who stands in for them, now and later. */
  readonly standIns: readonly StandInSpan[]
}
