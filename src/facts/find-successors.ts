import { sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { toWire } from '../lib/instant.ts'
import { cases } from '../tables/cases.ts'
import { absences, employees } from '../tables/people.ts'
import { isActive } from './provisioned.ts'

/** Somebody who may take over a case: another active member of its team, who is not about to leave. */
export interface Successor {
  readonly id: string
  readonly name: string
  readonly extension: string | null
  /** Hours a week. */
  readonly contractHours: number
  /** Open cases that they own. */
  readonly owned: number
  readonly absent: boolean
}

const teammates = statement<{ teamId: string | null; ownerId: string; now: string }, Successor>(sql`
  select e.id, e.name, e.extension, e.contract_hours as "contractHours",
    (select count(*)::int from ${cases} where owner_id = e.id and callback_id is not null) as owned,
    exists (select from ${absences} a where a.employee_id = e.id
      and a.from_at <= ${sql.placeholder('now')}::timestamptz and ${sql.placeholder('now')}::timestamptz < a.until_at) as absent
  from ${employees} e
  where e.active_team_id = ${sql.placeholder('teamId')}::uuid and e.id <> ${sql.placeholder('ownerId')} and ${isActive}
  order by e.id`)

/** The teammates of an owner to whom a case may pass (law 12). */
export const findSuccessors = (work: Work, teamId: string | null, ownerId: string): Promise<Successor[]> =>
  work.tx.rows(teammates, { teamId, ownerId, now: toWire(work.now) })
