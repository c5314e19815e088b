import { sql } from 'drizzle-orm'
import { type StandInSpan, selectStandIns } from '../../facts/stand-ins.ts'

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

/** The columns of a `Candidate`: of the employee `e`, whose team has agreed `a`. */
export const candidateColumns = sql`e.id, e.name, e.extension, e.active_team_id as "teamId",
  a.time_zone as "teamTimeZone",
  ${selectStandIns({ owner: sql`e.id`, team: sql`e.active_team_id`, except: sql`null::uuid` })} as "standIns"`
