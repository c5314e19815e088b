import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { cases } from '../../tables/cases.ts'

const openCasesOf = selecting(pick(cases, 'c', 'id', 'version', 'customerId'))<{ ownerId: string }>(sql`
  from ${cases} c where c.owner_id = ${sql.placeholder('ownerId')} and c.callback_id is not null
  order by c.id for no key update`)

/** Takes an owner's open cases along to another team: they stay the owner's (law 2), and their team follows. */
export async function moveOpenCases(work: Work, ownerId: string, teamId: string): Promise<void> {
  for (const { id, version, customerId } of await work.tx.lockAll(openCasesOf, { ownerId })) {
    record(work, {
      type: 'case.changed',
      caseId: id,
      caseSequence: version + 1,
      customerId,
      data: { fields: ['teamId'], teamId },
    })
    work.tx.update(cases, { id }, { teamId, version: version + 1 })
  }
}
