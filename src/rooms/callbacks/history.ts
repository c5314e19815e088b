import { sql } from 'drizzle-orm'
import { asJsonList, pick, type RowOf, renamed } from '../../db/selection.ts'
import { ownerAt } from '../../facts/owner-at.ts'
import { attempts } from '../../tables/callbacks.ts'
import { contacts } from '../../tables/cases.ts'

const attempt = {
  ...pick(attempts, 'a', 'id', 'callbackId', 'outcome', 'at', 'summary', 'contactId', 'employeeId'),
  ...pick(attempts, 'a', 'recordedAt'),
  ...renamed(attempts, 'a', { actedBy: 'employeeId' }),
  ownerId: ownerAt(sql`b.case_id`, sql`a.recorded_at`),
}
/**
 * Every try at keeping the callback `b`, as it is answered: with whoever owned its case then (law 11). A call that was answered
 * after all is none.
 */
export const history = sql<RowOf<typeof attempt>[]>`(
  select ${asJsonList(attempt, sql`a.id`)} from ${attempts} a where a.callback_id = b.id and not exists (
    select from ${contacts} k where k.id = a.contact_id and k.moment = 'owner-reached' and a.outcome <> 'reached'))`
