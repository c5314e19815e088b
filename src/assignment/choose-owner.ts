import { type SQL, sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { type StandInSpan, selectStandIns } from '../people/stand-in-span.ts'
import { cases } from '../tables/cases.ts'
import { agreements, organisation } from '../tables/organisation.ts'
import { absences, departures, employees, presences, standIns } from '../tables/people.ts'

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

/** Who owns a new case, and why: the reason is stored with the case. */
export interface Assignment {
  readonly owner: Candidate
  readonly reason: 'taken' | 'named' | 'least-loaded' | 'fallback'
}

const columns = sql`e.id, e.name, e.extension, e.active_team_id as "teamId",
  a.time_zone as "teamTimeZone",
  ${selectStandIns({ owner: sql`e.id`, team: sql`e.active_team_id`, except: sql`null::uuid` })} as "standIns"
  from ${employees} e join ${agreements} a on a.team_id = e.active_team_id`

/** Their departure has begun: they own what they own, and are given nothing new. */
const leaving = sql`exists (select from ${departures} d where d.employee_id = e.id)`

/** They are absent now: others go before them. */
const absent = sql`exists (select from ${absences} w where w.employee_id = e.id
  and w.from_at <= ${sql.placeholder('now')}::timestamptz and w.until_at > ${sql.placeholder('now')}::timestamptz)`

/** Calls are not put through to them now: where one rings, others go before them. */
const notToRing = sql`(${sql.placeholder('ringing')}::boolean
  and exists (select from ${presences} p where p.employee_id = e.id and p.presence = 'away'))`

/** They stand in now for the employee whom a complaint is about, who does not own it either: others go before them. */
const standsInForConcerned = sql`exists (select from ${standIns} p where p.owner_id = ${sql.placeholder('not')}::uuid
  and p.stand_in_id = e.id and p.from_at <= ${sql.placeholder('now')}::timestamptz and p.until_at > ${sql.placeholder('now')}::timestamptz)`

/**
 * `select …` of the `Candidate` with this id, who may own a new case: nobody for a specialist, a stranger, and who has
 * left or is leaving (law 1).
 */
export const selectMember = (id: SQL) => sql`select ${columns} where e.id = ${id} and not ${leaving}`

const member = statement<{ id: string; now: string }, Candidate>(
  sql`select ${columns} where e.id = ${sql.placeholder('id')}`,
)

const load = sql`(select count(*) from ${cases} where owner_id = e.id and callback_id is not null) / e.contract_hours`

const leastLoaded = statement<
  { teamId: string; not: string | null; now: string; ringing: boolean },
  Candidate & { readonly ofTheirTeam: boolean }
>(sql`
  select e.active_team_id = ${sql.placeholder('teamId')} as "ofTheirTeam", ${columns} cross join ${organisation} org
  where e.active_team_id in (${sql.placeholder('teamId')}, org.default_team_id)
    and e.id is distinct from ${sql.placeholder('not')}::uuid and not ${leaving}
  order by 1 desc, ${standsInForConcerned}, ${absent}, ${notToRing}, ${load}, e.id
  limit 1`)

const leastLoadedOfAll = statement<{ not: string | null; now: string; ringing: boolean }, Candidate>(sql`
  select ${columns} where e.id is distinct from ${sql.placeholder('not')}::uuid
  order by ${leaving}, ${standsInForConcerned}, ${absent}, ${notToRing}, ${load}, e.id limit 1`)

/**
 * The member of a team with this id; undefined for a specialist, who has left, and nobody (law 1). Who is leaving is
 * still the owner of what is theirs: a case that is opened again goes back to them (law 9).
 */
export const activeMember = ({ tx, now }: Work, id: string): Promise<Candidate | undefined> =>
  tx.row(member, { id, now: toWire(now) })

/**
 * The owner of a case that no employee took (law 3): the least-loaded active member of the customer's team, else of
 * the default team, else of any: where the default team waits for its first member, or its only one is `not`, the
 * employee whom a complaint is about. Who is absent comes after all who are present, and who is leaving gets it only where
 * nobody else is left: intake never fails. Load is open cases over contract hours. `ringing`: for the telephone, on
 * which one is away for a while. Undefined before there is anybody.
 */
export async function leastLoadedMember(
  { tx, now: moment }: { readonly tx: Pick<Work['tx'], 'row'>; readonly now: Temporal.Instant },
  teamId: string,
  not: string | null,
  ringing = false,
): Promise<Assignment | undefined> {
  const now = toWire(moment)
  const found = await tx.row(leastLoaded, { teamId, not, now, ringing })
  if (!found) {
    const owner = await tx.row(leastLoadedOfAll, { not, now, ringing })
    return owner && { owner, reason: 'fallback' }
  }
  const { ofTheirTeam, ...owner } = found
  return { owner, reason: ofTheirTeam ? 'least-loaded' : 'fallback' }
}
