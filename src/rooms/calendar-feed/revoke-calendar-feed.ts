import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { calendarFeeds } from '../../tables/people.ts'
import { lockSubscriber } from './queries.ts'
import { assertMayFeed } from './rules.ts'

const deleteFeed = statement<{ id: string }, never>(
  sql`delete from ${calendarFeeds} where employee_id = ${sql.placeholder('id')}`,
)

/** Ends the calendar feed of an employee; where there is none it does nothing. Throws `forbidden` and `not-found`. */
export async function revokeCalendarFeed(work: Work, employeeId: string): Promise<void> {
  assertMayFeed(work.actor, employeeId)
  const { id, hasFeed } = await lockSubscriber(work, employeeId)
  if (!hasFeed) return

  work.tx.run(deleteFeed, { id })
  record(work, { type: 'calendar-feed.revoked', data: { employeeId: id } })
}
