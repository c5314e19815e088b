import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { readCursor, writeCursor } from '../../db/lists/cursor.ts'
import { equals, listing } from '../../db/lists/listing.ts'
import { select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, viewerOf } from '../../facts/visibility.ts'
import { isId } from '../../lib/id.ts'
import type { Page } from '../../lib/page.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { events, feed } from '../../tables/events.ts'
import type { Event, EventQuery } from './contract.ts'
import { eventRow, toEvent } from './event-row.ts'

const waiting = selecting({ waits: sql<boolean>`feed_waits()` })<object>()
const number = selecting({ seen: sql<number>`number_feed(${sql.placeholder('most')})` })<{ most: number }>()

const atOnce = 1000
/** Turns in one go: whoever comes next goes on with what is left. */
const mostTurns = 1000

/**
 * Gives committed events their place in the feed, in turns of a thousand. What a turn is, and why events have no place
 * when they are written, stands in `tables/laws/feed.sql`.
 */
export async function numberEvents(db: Database): Promise<void> {
  for (let turn = 0; turn < mostTurns && (await db.row(waiting, {}))?.waits; turn++) {
    // On a connection of its own: who waits for the turn of another instance must not hold up what is read.
    const tx = await db.transaction()
    const numbering = tx.row(number, { most: atOnce })
    await tx.commit()
    if (((await numbering)?.seen ?? 0) < atOnce) return
  }
}

const order = [{ column: sql`f.position`, key: 'position', type: 'bigint' }] as const

const beginsLike = (type: SQL): SQL =>
  sql`(${type} = '*' or ${type} like '%.*' and starts_with(e.type, left(${type}, -1)))`

const list = listing({
  select: select(eventRow, sql`from ${feed} f join ${events} e on e.id = f.event_id`),
  filters: {
    // As webhooks have it: a type, all that begin like `case.*`, or all.
    type: (value, many) =>
      many
        ? sql`(e.type = any(${value}::text[]) or exists (select from unnest(${value}::text[]) t where ${beginsLike(sql`t`)}))`
        : sql`(e.type = ${value}::text or (${beginsLike(sql`${value}::text`)}))`,
    caseId: equals(sql`e.case_id`, 'uuid'),
    customerId: equals(sql`e.customer_id`, 'uuid'),
  },
  always: sql`(${sql.placeholder('viewerId')}::uuid is null
    or not exists (select from ${cases} c where c.id = e.case_id and not (${notAboutViewer})))`,
  order,
  descending: false,
  planned: ['type'],
})

const positionOf = selecting({ position: eventRow.position })<{ id: string }>(
  sql`from ${feed} f where f.event_id = ${sql.placeholder('id')}::uuid`,
)

/** A page of the feed, without the cases that are about the caller, in the order in which events were committed: nothing ever appears behind what you have. */
export async function listEvents(
  reader: Reader,
  { after, ...query }: z.output<typeof EventQuery>,
): Promise<Page<Event>> {
  await numberEvents(reader.db)
  if (after === 'now' && query.cursor === undefined) return headOfFeed(reader, query)
  const { query: asked, start } = await continued(reader, query, after)
  const { data, nextCursor } = await list(reader, asked, { ...viewerOf(reader.actor) }, start)
  return { data: data.map(toEvent), nextCursor }
}

/** Events behind a place, oldest first, each with its own: for whoever follows the feed. */
export async function eventsBehind(
  reader: Reader,
  query: Pick<z.output<typeof EventQuery>, 'type' | 'caseId' | 'customerId'>,
  position: number,
): Promise<{ readonly events: readonly Event[]; readonly position: number; readonly isAll: boolean }> {
  const { data, nextCursor } = await list(reader, { limit: 200, ...query }, { ...viewerOf(reader.actor) }, [
    position,
  ])
  const events = data.map(toEvent)
  return { events, position: data.at(-1)?.position ?? position, isAll: nextCursor === null }
}

/** The place of an event, or of a cursor of this list. Throws `validation-failed` for what is neither. */
export async function placeOf(reader: Reader, query: Continued['query'], after: string): Promise<number> {
  const { start } = await continued(reader, { ...query, cursor: undefined }, after)
  return start?.[0] ?? 0
}

const lastPosition = selecting({ position: sql<number>`coalesce(max(f.position), 0)` })<object>(
  sql`from ${feed} f`,
)

/** A page of nothing, whose cursor leads on from what is last now. */
async function headOfFeed(
  { db, address }: Reader,
  { limit: _, ...filters }: Continued['query'],
): Promise<Page<Event>> {
  const last = await db.row(lastPosition, {})
  return { data: [], nextCursor: writeCursor({ address, filters }, { keys: [last?.position ?? 0] }) }
}

interface Continued {
  readonly query: Omit<z.output<typeof EventQuery>, 'after'>
  readonly start?: readonly number[]
}

/**
 * `after` is the id of an event, as in `Last-Event-ID`, or a cursor of this list. It is where to begin, and no filter:
 * a cursor leads on from there, whatever the beginning was.
 */
async function continued(reader: Reader, query: Continued['query'], after?: string): Promise<Continued> {
  if (after === undefined || query.cursor !== undefined) return { query }
  if (!isId(after)) return { query, start: [placeOfCursor(reader, query, after)] }
  const found = await reader.db.row(positionOf, { id: after })
  if (!found) throw ValidationFailed.at('/after', 'is no event')
  return { query, start: [found.position] }
}

function placeOfCursor(
  { address }: Reader,
  { limit: _, cursor: __, ...filters }: Continued['query'],
  after: string,
): number {
  try {
    return Number(readCursor(after, { address, filters }, order).keys[0])
  } catch {
    throw ValidationFailed.at('/after', 'is no event, and no cursor of this list with these filters')
  }
}
