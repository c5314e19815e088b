import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden } from '../../lib/problems.ts'
import { headsUps, headsUpTeams } from '../../tables/ahead/heads-ups.ts'
import type { HeadsUp } from './contract.ts'
import { toHeadsUp } from './heads-up-row.ts'
import { learnFromEarlier } from './learn-from-earlier.ts'
import { lockHeadsUp } from './queries.ts'

/** A member says that their team knows; again it changes nothing. Throws `forbidden` for whose team it does not concern. */
export async function acknowledgeHeadsUp(work: Work, id: string): Promise<HeadsUp> {
  const row = await lockHeadsUp(work, id)
  assertExpected(work, row.version)
  const { employee } = work.actor
  const team = row.teams.find((concerned) => concerned.id === employee?.teamId)
  if (!employee || !team)
    throw Forbidden.because('It does not concern your team: a member of one that it does says so.')
  const lesson = await learnFromEarlier(work.tx, { kind: row.kind, before: row.announcedAt, id })
  if (team.acknowledgedAt !== null) return toHeadsUp(row, lesson)
  const set = { acknowledgedById: employee.id, acknowledgedAt: toWire(work.now) }
  const version = row.version + 1

  work.tx.update(headsUps, { id }, { version })
  work.tx.update(headsUpTeams, { headsUpId: id, teamId: team.id }, set)
  record(work, { type: 'heads-up.acknowledged', data: { headsUpId: id, teamId: team.id } })
  const known = { ...team, ...set, acknowledgedByName: employee.name }
  return toHeadsUp(
    { ...row, version, teams: row.teams.map((each) => (each === team ? known : each)) },
    lesson,
  )
}
