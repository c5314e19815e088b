import { sql } from 'drizzle-orm'
import { pick, type RowOf } from '../db/selection.ts'
import { selecting } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { employees } from '../tables/people.ts'
import { absentNow } from './absent-now.ts'
import { openCasesOf } from './open-cases-of.ts'
import { isActive } from './provisioned.ts'

const successor = {
  ...pick(employees, 'e', 'id', 'name', 'extension', 'contractHours'),
  owned: openCasesOf(sql`e.id`),
  absent: absentNow(sql`e.id`),
}

/** Somebody who may take over a case: another active member of its team, who is not about to leave. */
export type Successor = RowOf<typeof successor>

const teammates = selecting(successor)<{ teamId: string | null; ownerId: string; now: string }>(sql`
  from ${employees} e where e.active_team_id = ${sql.placeholder('teamId')}::uuid
    and e.id <> ${sql.placeholder('ownerId')} and ${isActive}
  order by e.id`)

/** The teammates of an owner to whom a case may pass (law 12). */
export const findSuccessors = (work: Work, teamId: string | null, ownerId: string): Promise<Successor[]> =>
  work.tx.rows(teammates, { teamId, ownerId, now: toWire(work.now) })
