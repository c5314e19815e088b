import { type SQL, sql } from 'drizzle-orm'
import { cases } from '../tables/cases.ts'
import { successions } from '../tables/successions.ts'

/** Who owned a case at a moment: from whom the next succession took it, else who owns it now (law 12). */
export const ownerAt = (caseId: SQL, moment: SQL) => sql<string>`coalesce(
  (select s.from_owner_id from ${successions} s where s.case_id = ${caseId} and s.completed_at > ${moment}
    order by s.completed_at limit 1),
  (select k.owner_id from ${cases} k where k.id = ${caseId}))`
