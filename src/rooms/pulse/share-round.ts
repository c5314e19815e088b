import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import { pulseRounds, pulseShares } from '../../tables/ahead/pulse.ts'
import { teams } from '../../tables/organisation.ts'
import type { SharedRound, ShareRound } from './contract.ts'
import { PulseIsOpen } from './problems.ts'

const byWeek = selecting(pick(pulseRounds, 'r', 'week', 'closedAt'))<{ week: string }>(
  sql`from ${pulseRounds} r where r.week = ${sql.placeholder('week')}`,
)
const every = selecting({
  ...pick(teams, 't', 'id', 'name'),
  shared: sql<boolean>`exists (select from ${pulseShares} s where s.week = ${sql.placeholder('week')} and s.team_id = t.id)`,
})<{ week: string; teamId: string | null }>(
  sql`from ${teams} t where ${sql.placeholder('teamId')}::uuid is null or t.id = ${sql.placeholder('teamId')}::uuid order by t.name, t.id`,
)
const share = statement<
  { week: string; teamIds: readonly string[]; sharedById: string; sharedAt: string },
  never
>(sql`
  insert into ${pulseShares} (week, team_id, shared_by_id, shared_at)
  select ${sql.placeholder('week')}, t.id, ${sql.placeholder('sharedById')}::uuid, ${sql.placeholder('sharedAt')}::timestamptz
  from unnest(${sql.placeholder('teamIds')}::uuid[]) as t(id) on conflict (week, team_id) do nothing`)

/**
 * A coach or an admin shares a closed week with the team whose it is, and sees it from then on, as the team does; again it changes
 * nothing. Throws `not-found` for a week in which nobody answered, `unprocessable` and `pulse-is-open`.
 */
export async function shareRound(work: Work, week: string, { teamId }: ShareRound): Promise<SharedRound> {
  const { employee } = work.actor
  if (!employee) throw new Error('who shares a round is an employee')
  const round = await work.tx.row(byWeek, { week })
  if (!round) throw NotFound.because('Nobody answered in that week.')
  if (round.closedAt === null) throw PulseIsOpen.because('It is shared once it is closed.')
  const found = await work.tx.rows(every, { week, teamId: teamId ?? employee.teamId })
  if (found.length === 0) throw Unprocessable.at('/teamId', 'is no team')

  const teamIds = found.filter(({ shared }) => !shared).map(({ id }) => id)
  if (teamIds.length > 0) {
    work.tx.run(share, { week, teamIds, sharedById: employee.id, sharedAt: toWire(work.now) })
    record(work, { type: 'pulse.shared', data: { week, teamIds } })
  }
  return { week, teams: found.map(({ id, name }) => ({ id, name })) }
}
