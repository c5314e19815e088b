import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { type Provisioned, provisionedColumns } from '../../facts/provisioned.ts'
import { NotFound } from '../../lib/problems.ts'
import { organisation } from '../../tables/organisation.ts'
import { departures, employees } from '../../tables/people.ts'

/** An employee whose departure may begin or be withdrawn, locked. */
export interface Leaver extends Provisioned {
  /** They have left, for good. */
  readonly departed: boolean
  /** Their departure has begun and is not complete. */
  readonly leaving: boolean
  /** Null for a specialist, and for who has left. */
  readonly teamId: string | null
  /** They cannot go: they are the last active member of the default team (law 3). */
  readonly isLastMember: boolean
  /** Of the organisation, to read telephone numbers with. */
  readonly country: string
}

const organisationRow = statement<object, object>(sql`select from ${organisation} for no key update`)
const lockById = statement<{ id: string }, object>(
  sql`select from ${employees} where id = ${sql.placeholder('id')} for update`,
)
const byId = statement<{ id: string }, Leaver>(sql`
  select ${provisionedColumns}, e.departed_at is not null as departed,
    exists (select from ${departures} d where d.employee_id = e.id and d.completed_at is null) as leaving,
    e.active_team_id as "teamId", coalesce(e.active_team_id = org.default_team_id, false)
      and not exists (select from ${employees} m where m.active_team_id = org.default_team_id and m.id <> e.id) as "isLastMember",
    org.country
  from ${employees} e cross join ${organisation} org where e.id = ${sql.placeholder('id')}`)

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
  const leaver = await lockLeaver(work, id)
  if (!leaver.provisioned) throw NotFound.because('There is no such user.')
  return leaver
}
