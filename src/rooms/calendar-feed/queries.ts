import { sql } from 'drizzle-orm'
import { pick, type RowOf } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { leaving } from '../../facts/leaving.ts'
import { NotFound } from '../../lib/problems.ts'
import { calendarFeeds, employees } from '../../tables/people.ts'

const lockById = statement<{ id: string }, object>(
  sql`select from ${employees} where id = ${sql.placeholder('id')} for no key update`,
)
const subscriber = {
  ...pick(employees, 'e', 'id'),
  hasFeed: sql<boolean>`exists (select from ${calendarFeeds} f where f.employee_id = e.id)`,
}
/** Somebody who works here, and whether they have a feed. */
type Subscriber = RowOf<typeof subscriber>
const byId = selecting(subscriber)<{ id: string }>(sql`
  from ${employees} e where e.id = ${sql.placeholder('id')} and e.departed_at is null
    and not ${leaving}`)

/** Locks the employee, so that one feed at a time is made or revoked. Throws `not-found` for who does not work here. */
export async function lockSubscriber({ tx }: Work, id: string): Promise<Subscriber> {
  const [, found] = await Promise.all([tx.lock(lockById, { id }), tx.row(byId, { id })])
  if (!found) throw NotFound.because('Nobody who works here has this id.')
  return found
}
