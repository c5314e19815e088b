import { sql } from 'drizzle-orm'
import { pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { provisionedRow } from '../../facts/provisioned.ts'
import { NotFound } from '../../lib/problems.ts'
import { organisation } from '../../tables/organisation.ts'
import { departures, employees } from '../../tables/people.ts'

const organisationRow = statement<object, object>(sql`select from ${organisation} for no key update`)
const lockById = statement<{ id: string }, object>(
  sql`select from ${employees} where id = ${sql.placeholder('id')} for update`,
)
const leaver = {
  ...provisionedRow,
  /** They have left, for good. */
  departed: sql<boolean>`e.departed_at is not null`,
  /** Their departure has begun and is not complete. */
  leaving: sql<boolean>`exists (select from ${departures} d where d.employee_id = e.id and d.completed_at is null)`,
  /** Null for a specialist, and for who has left. */
  ...renamed(employees, 'e', { teamId: 'activeTeamId' }),
  /** They cannot go: they are the last active member of the default team (law 3). */
  isLastMember: sql<boolean>`coalesce(e.active_team_id = org.default_team_id, false) and not exists (
    select from ${employees} m where m.active_team_id = org.default_team_id and m.id <> e.id)`,
  /** Of the organisation, to read telephone numbers with. */
  ...pick(organisation, 'org', 'country'),
}
const byId = selecting(leaver)<{ id: string }>(
  sql`from ${employees} e cross join ${organisation} org where e.id = ${sql.placeholder('id')}`,
)

/** An employee whose departure may begin or be withdrawn, locked. */
export type Leaver = RowOf<typeof leaver>

/** Whoever leaves waits here for whoever else is leaving. */
export const lockOrganisation = ({ tx }: Work): Promise<unknown> => tx.lock(organisationRow, {})

/**
 * Locks somebody who may be about to leave, and reads them as they are then. The organisation goes first: it holds on to a
 * member of its default team, so those who leave at the same time wait in one place. The lock keeps new cases out
 * meanwhile. Throws `not-found`.
 */
export async function lockLeaver(work: Work, id: string): Promise<Leaver> {
  const { tx } = work
  const locked = [lockOrganisation(work), tx.lock(lockById, { id })]
  const [found] = await Promise.all([tx.row(byId, { id }), ...locked])
  if (!found) throw NotFound.because('There is no such employee.')
  return found
}

/** Locks an employee whom a provider may see. Throws `not-found` for one whom it has removed. */
export async function lockProvisioned(work: Work, id: string): Promise<Leaver> {
  const found = await lockLeaver(work, id)
  if (!found.provisioned) throw NotFound.because('There is no such user.')
  return found
}
