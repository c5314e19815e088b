import { type SQL, sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { cases } from '../tables/cases.ts'
import { agreements, organisation } from '../tables/organisation.ts'
import { departures, employees } from '../tables/people.ts'

/** An active member of a team, with what the team has agreed that a promise needs. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly extension: string | null
  readonly teamId: string
  readonly callbackWithin: string
  readonly teamTimeZone: string
}

/** Who owns a new case, and why: the reason is stored with the case. */
export interface Assignment {
  readonly owner: Candidate
  readonly reason: 'taken' | 'named' | 'least-loaded' | 'fallback'
}

const columns = sql`e.id, e.name, e.extension, e.active_team_id as "teamId", a.callback_within as "callbackWithin",
  a.time_zone as "teamTimeZone" from ${employees} e join ${agreements} a on a.team_id = e.active_team_id`

/** Their departure has begun: they own what they own, and are given nothing new. */
const leaving = sql`exists (select from ${departures} d where d.employee_id = e.id)`

/**
 * `select …` of the `Candidate` with this id, who may own a new case: nobody for a specialist, a stranger, and who has
 * left or is leaving (law 1).
 */
export const selectMember = (id: SQL) => sql`select ${columns} where e.id = ${id} and not ${leaving}`

const member = statement<{ id: string }, Candidate>(
  sql`select ${columns} where e.id = ${sql.placeholder('id')}`,
)

const load = sql`(select count(*) from ${cases} where owner_id = e.id and callback_id is not null) / e.contract_hours`

const leastLoaded = statement<
  { teamId: string; not: string | null },
  Candidate & { readonly ofTheirTeam: boolean }
>(sql`
  select e.active_team_id = ${sql.placeholder('teamId')} as "ofTheirTeam", ${columns} cross join ${organisation} org
  where e.active_team_id in (${sql.placeholder('teamId')}, org.default_team_id)
    and e.id is distinct from ${sql.placeholder('not')}::uuid and not ${leaving}
  order by 1 desc, ${load}, e.id
  limit 1`)

const leastLoadedOfAll = statement<{ not: string | null }, Candidate>(sql`
  select ${columns} where e.id is distinct from ${sql.placeholder('not')}::uuid
  order by ${leaving}, ${load}, e.id limit 1`)

/**
 * The member of a team with this id; undefined for a specialist, who has left, and nobody (law 1). Who is leaving is
 * still the owner of what is theirs: a case that is opened again goes back to them (law 9).
 */
export const activeMember = ({ tx }: Work, id: string): Promise<Candidate | undefined> =>
  tx.row(member, { id })

/**
 * The owner of a case that no employee took (law 3): the least-loaded active member of the customer's team, else of
 * the default team, else of any: where the default team waits for its first member, or its only one is `not`, the
 * employee whom a complaint is about. Who is leaving gets it only where nobody else is left: intake never fails. Load is
 * open cases over contract hours. Undefined before there is anybody.
 */
export async function leastLoadedMember(
  { tx }: { readonly tx: Pick<Work['tx'], 'row'> },
  teamId: string,
  not: string | null,
): Promise<Assignment | undefined> {
  const found = await tx.row(leastLoaded, { teamId, not })
  if (!found) {
    const owner = await tx.row(leastLoadedOfAll, { not })
    return owner && { owner, reason: 'fallback' }
  }
  const { ofTheirTeam, ...owner } = found
  return { owner, reason: ofTheirTeam ? 'least-loaded' : 'fallback' }
}
