import { assertExpected, type Work } from '../../db/work.ts'
import { holdOrganisation } from '../../facts/organisation.ts'
import { record } from '../../history/record-event.ts'
import { differing } from '../../lib/patched.ts'
import { agreements, teams } from '../../tables/organisation.ts'
import type { Agreements, AgreementsChange } from './agreement-contract.ts'
import { assertMayAgree, changedTerms } from './agreement-terms.ts'
import { agreementsOf, lockTeam, type TeamRow } from './queries.ts'

/**
 * Changes what a team has agreed with itself; any of its members may. The team's own version grows too, since the
 * agreements are part of what it shows. Throws `forbidden` for others, and as `changedTerms` does.
 */
export async function changeAgreements(
  work: Work,
  teamId: string,
  change: AgreementsChange,
): Promise<Agreements> {
  const home = await holdOrganisation(work)
  const team = await lockTeam(work, teamId)
  assertMayAgree(work.actor, teamId)
  assertExpected(work, team.agreementsVersion)
  const terms = changedTerms(team, change, home, '')
  const different = differing<TeamRow>(team, terms)
  if (different.length === 0) return agreementsOf(team)
  const changed: TeamRow = { ...team, ...terms, agreementsVersion: team.agreementsVersion + 1 }

  work.tx.update(agreements, { teamId }, { ...terms, version: changed.agreementsVersion })
  work.tx.update(teams, { id: teamId }, { version: team.version + 1 })
  const { reason } = change
  const fields = different.map((field) => `agreements.${field}`)
  record(work, { type: 'team.changed', data: { teamId, fields, ...(reason !== undefined && { reason }) } })
  return agreementsOf(changed)
}
