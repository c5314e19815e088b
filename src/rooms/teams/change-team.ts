import type { z } from 'zod'
import { assertExpected, type Work } from '../../db/work.ts'
import { holdOrganisation } from '../../facts/organisation.ts'
import { record } from '../../history/record-event.ts'
import { agreements, teams } from '../../tables/organisation.ts'
import { changedTerms } from './agreement-terms.ts'
import type { Team, TeamChange } from './contract.ts'
import { lockTeam, type TeamRow, teamOf } from './queries.ts'

/** Changes a team, and its agreements where they are given. Throws as `changedTerms` does. */
export async function changeTeam(work: Work, id: string, change: z.output<typeof TeamChange>): Promise<Team> {
  const home = change.agreements && (await holdOrganisation(work))
  const team = await lockTeam(work, id)
  assertExpected(work, team.version)
  const terms = home && change.agreements && changedTerms(team, change.agreements, home, '/agreements')
  const changed: TeamRow = {
    ...team,
    ...terms,
    name: change.name ?? team.name,
    segments: change.segments === undefined ? team.segments : (change.segments ?? []),
    version: team.version + 1,
    agreementsVersion: team.agreementsVersion + (terms ? 1 : 0),
  }

  const { name, segments, version } = changed
  work.tx.update(teams, { id }, { name, segments, version })
  if (terms) work.tx.update(agreements, { teamId: id }, { ...terms, version: changed.agreementsVersion })
  const reason = change.agreements?.reason
  const data = { teamId: id, fields: Object.keys(change), ...(reason !== undefined && { reason }) }
  record(work, { type: 'team.changed', data })
  return teamOf(changed)
}
