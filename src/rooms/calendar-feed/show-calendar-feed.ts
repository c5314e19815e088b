import { hash, timingSafeEqual } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { pick, type RowOf, renamed, selected } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { leaving } from '../../facts/leaving.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { calendarFeeds, employees } from '../../tables/people.ts'
import { digestOf } from '../access/secret.ts'
import { calendarOf } from './feed-text.ts'

/** The digest of the token, of somebody who works here: a feed ends with the departure of its employee. */
const digestByEmployee = selecting(pick(calendarFeeds, 'f', 'digest'))<{ employeeId: string }>(sql`
  from ${calendarFeeds} f join ${employees} e on e.id = f.employee_id
  where f.employee_id = ${sql.placeholder('employeeId')} and e.departed_at is null
    and not ${leaving}`)

const most = sql.raw('1000')
const promised = {
  ...pick(callbacks, 'b', 'id'),
  ...pick(cases, 'c', 'reference'),
  ...pick(callbacks, 'b', 'channel', 'state', 'computed', 'madeAt', 'closedAt', 'version'),
  ...renamed(callbacks, 'b', { from: 'windowFrom', until: 'windowUntil' }),
}
const some = (condition: SQL): SQL => sql`
  (select ${selected(promised)}
  from ${callbacks} b join ${cases} c on c.id = b.case_id
  where b.owner_id = ${sql.placeholder('employeeId')} and ${condition}
  order by b.window_until desc, b.id limit ${most})`
const ofEmployee = statement<{ employeeId: string; since: string }, RowOf<typeof promised>>(sql`
  ${some(sql`b.state = 'open'`)} union all
  ${some(sql`b.state <> 'open' and b.window_until > ${moment('since')}`)}
  order by "from", id`)

/** How long a promise that has ended is still shown, as cancelled, to calendars that keep what they once read. */
const endedFor = { hours: 30 * 24 }

/** A calendar feed, and what is in it. */
export interface ShownFeed {
  readonly callbacks: readonly { readonly id: string }[]
  /** The calendar (RFC 5545). */
  readonly text: string
  /** Of the text: the same callbacks make the same tag. */
  readonly tag: string
}

/**
 * The callbacks that an employee has promised, as a calendar, for whoever has the token of their feed. Throws
 * `not-found` in the same words for a token that is wrong, old or missing, and for an employee without a feed.
 */
export async function showCalendarFeed(
  { db, now }: Pick<Reader, 'db' | 'now'>,
  employeeId: string,
  token: string | undefined,
): Promise<ShownFeed> {
  const feed = await db.row(digestByEmployee, { employeeId })
  if (!feed || !timingSafeEqual(feed.digest, digestOf(token ?? '')))
    throw NotFound.because('There is no such calendar feed.')
  const found = await db.rows(ofEmployee, { employeeId, since: toWire(now.subtract(endedFor)) })
  const text = calendarOf(found)
  return {
    callbacks: found.map(({ id }) => ({ id })),
    text,
    tag: `"${hash('sha256', text, 'base64url').slice(0, 22)}"`,
  }
}
