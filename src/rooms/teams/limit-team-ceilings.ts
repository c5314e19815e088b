import { sql } from 'drizzle-orm'
import { pick, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import type { OrganisationRow } from '../../facts/organisation.ts'
import { record } from '../../history/record-event.ts'
import { agreements, teams } from '../../tables/organisation.ts'

const teamWithCeiling = {
  ...pick(teams, 't', 'id', 'version'),
  ...renamed(agreements, 'a', { agreementsVersion: 'version' }),
}
const lockAbove = selecting(teamWithCeiling)<{ ceiling: number }>(sql`
  from ${teams} t join ${agreements} a on a.team_id = t.id
  where a.gesture_ceiling > ${sql.placeholder('ceiling')}
  order by t.id for no key update of t, a`)

/**
 * Keeps the teams' own ceilings under the organisation's when that comes down. When the currency changes they
 * end, for their amounts were agreed in another; the organisation's holds until the team agrees on one again.
 */
export async function limitTeamCeilings(
  work: Work,
  before: OrganisationRow,
  after: OrganisationRow,
): Promise<void> {
  const sameCurrency = before.currency === after.currency
  if (sameCurrency && after.gestureCeiling >= before.gestureCeiling) return
  const above = sameCurrency ? after.gestureCeiling : 0
  const concerned = await work.tx.lockAll(lockAbove, { ceiling: above })

  const gestureCeiling = sameCurrency ? after.gestureCeiling : null
  for (const { id, version, agreementsVersion } of concerned) {
    work.tx.update(teams, { id }, { version: version + 1 })
    work.tx.update(agreements, { teamId: id }, { gestureCeiling, version: agreementsVersion + 1 })
    record(work, { type: 'team.changed', data: { teamId: id, fields: ['agreements.gestureCeiling'] } })
  }
}
