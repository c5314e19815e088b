import { type SQL, sql } from 'drizzle-orm'
import type { Filter } from '../db/lists/parts.ts'
import type { Actor } from '../db/work.ts'
import { cases } from '../tables/cases.ts'
import { consultations } from '../tables/consultations.ts'

/** Who looks, as statements take it: every fragment below refers to these. */
export interface Viewer {
  /** Null for a system by itself. */
  readonly viewerId: string | null
  readonly viewerTeamId: string | null
  readonly viewerSeesAll: boolean
  /** The employees whom a complaint that the viewer may not see is about: themselves, and whom they stand in for now. */
  readonly viewerConceals: readonly string[]
}

/** Systems by themselves, coaches and admins see the cases of every team; a member sees those of their own. */
export const viewerOf = ({ employee }: Actor): Viewer => ({
  viewerId: employee?.id ?? null,
  viewerTeamId: employee?.teamId ?? null,
  viewerSeesAll: employee?.role !== 'member',
  viewerConceals: employee ? [employee.id, ...employee.standsInFor] : [],
})

const viewer = sql`${sql.placeholder('viewerId')}::uuid`
const viewerTeam = sql`${sql.placeholder('viewerTeamId')}::uuid`

/**
 * The case `c` is not about the viewer. A complaint is invisible to whom it is about, everywhere, and to who stands in for
 * them now; only its owner sees it all the same, since the promise in it is theirs.
 */
export const notAboutViewer = sql`(c.about_employee_id is null or c.owner_id = ${viewer}
  or c.about_employee_id <> all(${sql.placeholder('viewerConceals')}::uuid[]))`

/** The same of a case that is at hand: whether the actor may know of it, whatever else they may see. */
export function mayKnowOf(
  { employee }: Actor,
  kase: { readonly aboutEmployeeId: string | null; readonly ownerId: string },
): boolean {
  if (!employee || kase.aboutEmployeeId === null || kase.ownerId === employee.id) return true
  return ![employee.id, ...employee.standsInFor].includes(kase.aboutEmployeeId)
}

/** The case `c` is the viewer's team's. */
const theirTeams = sql`c.team_id = ${viewerTeam}`

/** The case `c` is open, and the viewer is consulted on it (law 10). */
const consulted = sql`(c.callback_id is not null and exists (
  select from ${consultations} x where x.sees_id = ${viewer} and x.case_id = c.id))`

/**
 * The viewer sees the case `c`: its team does, coaches, admins and systems. This is the one place that says so, for
 * what is read and for what is changed.
 */
export const visible = sql`((${sql.placeholder('viewerSeesAll')}::boolean or ${theirTeams} or ${consulted})
  and ${notAboutViewer})`

const byConsultations = sql`${theirTeams} is not true and c.callback_id is not null and ${notAboutViewer}
  and c.id = any(array(select x.case_id from ${consultations} x where x.sees_id = ${viewer}))`

const ofTheirTeams = sql`${theirTeams} and ${notAboutViewer}`

/**
 * The same for a viewer who does not see all, in parts that have no case in common: so a list is read by the index of the
 * team, and by the cases on which they are consulted.
 */
export const visibleToMember = [ofTheirTeams, byConsultations] as const

/** A filter by the team of the case `c`, in the part of the viewer's team: that has all of it, or nothing. */
export const isTheirTeam: Filter = (teams, many) =>
  sql`${viewerTeam} = any(${many ? teams : sql`array[${teams}]`}::uuid[])`

/**
 * The same for what stands under the team that its case had at that time, in `column`: found by the index of the team, and
 * what came to it with a case of another one by those cases, which are few.
 */
export const visibleToMemberBy = (column: SQL) =>
  [
    {
      lead: { column, type: 'uuid', value: viewerTeam },
      where: ofTheirTeams,
      filters: { teamId: isTheirTeam },
    },
    sql`${column} <> ${viewerTeam} and ${ofTheirTeams}
      and c.id = any(array(select m.id from ${cases} m where m.team_id = ${viewerTeam} and m.changed_team))`,
    byConsultations,
  ] as const

/** What a member sees of cases themselves, which have an index by their team. */
export const casesVisibleToMember = [
  { lead: { column: sql`c.team_id`, type: 'uuid', value: viewerTeam }, where: notAboutViewer },
  byConsultations,
] as const

/**
 * How much of a case the caller sees: `all`; `consulted`, the same for a colleague from outside while they are asked about
 * it, who changes nothing of it; `outside`, what any employee learns when they look up who calls (the customer's name, the
 * owner and the promise); `nothing` for whom it is about.
 */
export type Visibility = 'all' | 'consulted' | 'outside' | 'nothing'

/** Whether they may read what the case is about. */
export const seesContents = (visibility: Visibility): boolean =>
  visibility === 'all' || visibility === 'consulted'

/** What the actor sees of a case that has just come to this team; only whom it is not about may ask. */
export const visibilityFrom = ({ employee }: Actor, teamId: string): Visibility =>
  employee?.role === 'member' && employee.teamId !== teamId ? 'outside' : 'all'

/** The `Visibility` to the viewer of the case `c`. */
export const visibility = sql<Visibility>`case when not (${notAboutViewer}) then 'nothing'
  when ${sql.placeholder('viewerSeesAll')}::boolean or ${theirTeams} then 'all' when ${consulted} then 'consulted' else 'outside' end`
