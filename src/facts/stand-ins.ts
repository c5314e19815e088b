import { type SQL, sql } from 'drizzle-orm'
import { employees, standIns } from '../tables/people.ts'

/** Who stands in for an owner, and when: half open, in wire form. */
export interface StandInSpan {
  readonly id: string
  readonly name: string
  readonly extension: string | null
  readonly from: string
  readonly until: string
}

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
}) => sql`
  (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'extension', s.extension,
      'from', to_char(p.from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'until', to_char(p.until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
    from ${standIns} p join ${employees} s on s.id = p.stand_in_id and s.active_team_id = ${team}
    where p.owner_id = ${owner} and p.until_at > ${sql.placeholder('now')}::timestamptz and s.id is distinct from ${except})`

/** One employee stands in for another at `now`. */
export const standsInNow = ({ owner, standIn }: { readonly owner: SQL; readonly standIn: SQL }) => sql`
  exists (select from ${standIns} p where p.owner_id = ${owner} and p.stand_in_id = ${standIn}
    and p.from_at <= ${sql.placeholder('now')}::timestamptz and p.until_at > ${sql.placeholder('now')}::timestamptz)`

/** Who stands in at this moment, from the first one of the span to before its end. */
export const standInAt = (spans: readonly StandInSpan[], at: string): StandInSpan | undefined =>
  spans.find(({ from, until }) => from <= at && at < until)
