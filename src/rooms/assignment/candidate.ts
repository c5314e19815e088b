import { sql } from 'drizzle-orm'
import { pick, type RowOf, renamed } from '../../db/selection.ts'
import { selectStandIns } from '../../facts/stand-ins.ts'
import { agreements } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'

/** Of the employee `e`, whose team has agreed `a`. */
export const candidateRow = {
  ...pick(employees, 'e', 'id', 'name', 'extension'),
  teamId: sql<string>`e.active_team_id`,
  ...renamed(agreements, 'a', { teamTimeZone: 'timeZone' }),
  /** Who stands in for them, now and later. */
  standIns: selectStandIns({ owner: sql`e.id`, team: sql`e.active_team_id`, except: sql`null::uuid` }),
}

/** An active member of a team, and who stands in for them. */
export type Candidate = RowOf<typeof candidateRow>
