import { sql } from 'drizzle-orm'
import type { Actor } from '../db/work.ts'

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

/** The case `c` is the viewer's team's; colleagues who are consulted on a case will join here. */
const theirs = sql`c.team_id = ${viewerTeam}`

/**
 * The viewer sees the case `c`: its team does, coaches, admins and systems. This is the one place that says so, for
 * what is read and for what is changed.
 */
export const visible = sql`((${sql.placeholder('viewerSeesAll')}::boolean or ${theirs}) and ${notAboutViewer})`

/** The same for a viewer who does not see all, so that a list is read by the index of the team. */
export const visibleToMember = sql`${theirs} and ${notAboutViewer}`

/**
 * How much of a case the caller sees: `all`; `outside`, what any employee learns when they look up who calls (the
 * customer's name, the owner and the promise); `nothing` for whom it is about.
 */
export type Sight = 'all' | 'outside' | 'nothing'

/** What the actor sees of a case that has just come to this team; only whom it is not about may ask. */
export const sightFrom = ({ employee }: Actor, teamId: string): Sight =>
  employee?.role === 'member' && employee.teamId !== teamId ? 'outside' : 'all'

/** The viewer's `Sight` of the case `c`. */
export const sight = sql`case when not (${notAboutViewer}) then 'nothing' when ${visible} then 'all' else 'outside' end`
