import { randomBytes } from 'node:crypto'
import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { calendarFeeds } from '../../tables/people.ts'
import { digestOf } from '../access/secret.ts'
import type { MadeCalendarFeed } from './contract.ts'
import { lockSubscriber } from './queries.ts'
import { assertMayFeed } from './rules.ts'

/**
 * Makes the calendar feed of an employee, with a token of 192 random bits of which the digest alone is stored. The one
 * before, if any, ends with that. `base` is where the service is found. Throws `forbidden` and `not-found`.
 */
export async function makeCalendarFeed(
  work: Work,
  employeeId: string,
  base: string,
): Promise<MadeCalendarFeed> {
  assertMayFeed(work.actor, employeeId)
  const { id, hasFeed } = await lockSubscriber(work, employeeId)
  const token = randomBytes(24).toString('base64url')
  const feed = { digest: digestOf(token), createdAt: toWire(work.now) }

  if (hasFeed) work.tx.update(calendarFeeds, { employeeId: id }, feed)
  else work.tx.insert(calendarFeeds, { employeeId: id, ...feed })
  record(work, { type: 'calendar-feed.made', data: { employeeId: id } })
  return { url: `${base}/v1/employees/${id}/callbacks.ics?token=${token}`, token }
}
