import { type SQL, sql } from 'drizzle-orm'
import { now } from '../db/moment.ts'
import { asJsonList, pick, type RowOf } from '../db/selection.ts'
import { employees, standIns } from '../tables/people.ts'
import { underWay } from './absent-now.ts'

const span = { ...pick(employees, 's', 'id', 'name', 'extension'), ...pick(standIns, 'p', 'from', 'until') }

/** Who stands in for an owner, and when: half open, in wire form. */
export type StandInSpan = RowOf<typeof span>

/** An owner, as the tables around them call theirs. */
interface StoodInFor {
  readonly owner: SQL
  readonly team: SQL
  /** The employee whom the case is about, who never stands in for its owner. */
  readonly except: SQL
}

/** `from …`: who stands in (`s`) for an owner, and when (`p`), as far as it is not over at `now`, by teammates of that moment. */
export const fromStandIns = ({ owner, team, except }: StoodInFor) => sql`
  from ${standIns} p join ${employees} s on s.id = p.stand_in_id and s.active_team_id = ${team}
  where p.owner_id = ${owner} and p.until_at > ${now} and s.id is distinct from ${except}`

/** A JSON array of the `StandInSpan`s of an owner. */
export const selectStandIns = (of: StoodInFor) =>
  sql<StandInSpan[]>`(select ${asJsonList(span)} ${fromStandIns(of)})`

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
