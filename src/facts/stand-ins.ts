import { type SQL, sql } from 'drizzle-orm'
import { now } from '../db/moment.ts'
import { asJsonList, pick, type RowOf } from '../db/selection.ts'
import { employees, standIns } from '../tables/people.ts'
import { underWay } from './absent-now.ts'

const span = { ...pick(employees, 's', 'id', 'name', 'extension'), ...pick(standIns, 'p', 'from', 'until') }

/** Who stands in for an owner, and when: half open, in wire form. */
export type StandInSpan = RowOf<typeof span>

/**
 * A JSON array of the `StandInSpan`s of an owner that are not over at `now`, by teammates of that moment. Never
 * `except`, the employee whom a case is about.
 */
export const selectStandIns = ({
  owner,
  team,
  except,
}: {
  readonly owner: SQL
  readonly team: SQL
  readonly except: SQL
}) => sql<StandInSpan[]>`
  (select ${asJsonList(span)}
    from ${standIns} p join ${employees} s on s.id = p.stand_in_id and s.active_team_id = ${team}
    where p.owner_id = ${owner} and p.until_at > ${now} and s.id is distinct from ${except})`

/** One employee stands in for another at `now`. */
export const standsInNow = ({
  owner,
  standIn,
}: {
  readonly owner: SQL
  readonly standIn: SQL
}) => sql<boolean>`
  exists (select from ${standIns} p where p.owner_id = ${owner} and p.stand_in_id = ${standIn}
    and ${underWay('p')})`

/** Who stands in at this moment, from the first one of the span to before its end. */
export const standInAt = (spans: readonly StandInSpan[], at: string): StandInSpan | undefined =>
  spans.find(({ from, until }) => from <= at && at < until)
