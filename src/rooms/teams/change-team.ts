import type { z } from 'zod'
import { assertExpected, type Work } from '../../db/work.ts'
import { holdOrganisation } from '../../facts/organisation.ts'
import { record } from '../../history/record-event.ts'
import { differing, patched } from '../../lib/patched.ts'
import { agreements, teams } from '../../tables/organisation.ts'
import { changedTerms } from './agreement-terms.ts'
import type { Team, TeamChange } from './contract.ts'
import { lockTeam, type TeamRow, teamOf } from './queries.ts'

type Own = Pick<TeamRow, 'name' | 'segments'>

/** Changes a team, and its agreements where they are given. Throws as `changedTerms` does. */
export async function changeTeam(work: Work, id: string, change: z.output<typeof TeamChange>): Promise<Team> {
  const home = change.agreements && (await holdOrganisation(work))
  const team = await lockTeam(work, id)
  assertExpected(work, team.version)
  const terms = home && change.agreements && changedTerms(team, change.agreements, home, '/agreements')
  const own = { name: change.name, segments: change.segments === null ? [] : change.segments }
  const agreed = terms && differing<TeamRow>(team, terms).length > 0
  const fields = [...differing<Own>(team, own), ...(agreed ? ['agreements'] : [])]
  if (fields.length === 0) return teamOf(team)
  const changed: TeamRow = {
    ...patched<TeamRow>(team, own),
    ...terms,
    version: team.version + 1,
    agreementsVersion: team.agreementsVersion + (agreed ? 1 : 0),
  }

  const { name, segments, version } = changed
  work.tx.update(teams, { id }, { name, segments, version })
  if (agreed) work.tx.update(agreements, { teamId: id }, { ...terms, version: changed.agreementsVersion })
  const reason = change.agreements?.reason
  const data = { teamId: id, fields, ...(reason !== undefined && { reason }) }
  record(work, { type: 'team.changed', data })
  return teamOf(changed)
}
