import type { z } from 'zod'
import type { Work } from '../../db/work.ts'
import { lockOrganisation } from '../../facts/organisation.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { agreements, organisation, teams } from '../../tables/organisation.ts'
import { withinBounds } from './agreement-bounds.ts'
import { newTerms, type Terms, usualTerms } from './agreement-terms.ts'
import type { NewTeam, Team } from './contract.ts'
import { teamOf } from './queries.ts'

/**
 * Makes a team with its agreements. The first one becomes the organisation's default team (law 3): the lock on the
 * organisation lets one team at a time find that there is none yet. What it does not agree on is as usual, as far as
 * the organisation's bounds allow. Throws as `newTerms` does.
 */
export async function createTeam(work: Work, given: z.output<typeof NewTeam>): Promise<Team> {
  const home = await lockOrganisation(work)
  const usual = withinBounds(usualTerms(home), home.agreementBounds)
  const terms: Terms = { ...usual, ...newTerms(usual, given.agreements ?? {}, home, '/agreements') }
  const team = {
    id: newId(),
    name: given.name,
    segments: given.segments ?? [],
    createdAt: toWire(work.now),
    version: 1,
  }

  work.tx.insert(teams, team)
  work.tx.insert(agreements, { teamId: team.id, ...terms, version: 1 })
  record(work, { type: 'team.created', data: { teamId: team.id, name: team.name } })
  if (home.defaultTeamId === null) {
    work.tx.update(organisation, { id: 1 }, { defaultTeamId: team.id, version: home.version + 1 })
    record(work, { type: 'organisation.changed', data: { fields: ['defaultTeamId'] } })
  }
  return teamOf({ ...terms, ...team, agreementsVersion: 1, currency: home.currency })
}
