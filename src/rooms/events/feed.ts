import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { equals, listing } from '../../db/listing.ts'
import { pick, type RowOf, select } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, viewerOf } from '../../facts/visibility.ts'
import { isId } from '../../lib/id.ts'
import type { Page } from '../../lib/page.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { events } from '../../tables/events.ts'
import type { Event, EventQuery } from './contract.ts'

const eventRow = {
  ...pick(events, 'e', 'id', 'type', 'at', 'caseId', 'caseSequence', 'customerId'),
  ...pick(events, 'e', 'actorKind', 'actorId', 'onBehalfOf', 'data'),
  position: sql<number>`e.position`,
}

const atOnce = 1000
/** Batches in one go: whoever comes next goes on with what is left. */
const mostBatches = 1000

const waiting = statement<object, object>(sql`select from ${events} where position is null limit 1`)
const takeTurn = statement<object, object>(sql`select pg_advisory_xact_lock(4919)`)
const number = selecting({ numbered: sql<number>`count(*)` })<object>(
  sql`from numbered`,
  sql`
  with batch as (
    select id, case_id, case_sequence, at from ${events} where position is null
    order by id limit ${sql.raw(String(atOnce))}
  ),
  -- Ids come from the clocks of several instances, so what comes before an event of the batch may have a later id.
  earlier as (
    select e.id, e.case_id, e.case_sequence, e.at
    from (select case_id, max(case_sequence) as last from batch where case_id is not null group by case_id) b
    join ${events} e on e.case_id = b.case_id and e.case_sequence < b.last and e.position is null
  ),
  placed as (
    -- An id tells which of two events of one moment was made first. It is compared as text: PostgreSQL 15 has no max(uuid).
    select id, row_number() over (order by latest, latest_id, case_sequence, id) as place
    from (select *, max(id::text collate "C") over (partition by history, latest order by case_sequence) as latest_id
      from (select *, max(at) over (partition by history order by case_sequence) as latest
        from (select *, coalesce(case_id, id) as history from (select * from batch union select * from earlier) waiting) h) l) w
  ),
  numbered as (
    update ${events} e set position = (select coalesce(max(position), 0) from ${events}) + placed.place
    from placed where e.id = placed.id returning 1
  )`,
)

/**
 * Gives committed events their place in the feed. A number that is given at the insert would let an early number be
 * committed late, behind readers who have passed it; so one at a time, in any instance, numbers what is committed.
 * Within a case the order is that of its history, and what happened at one moment has the order in which it was made.
 */
export async function numberEvents(db: Database): Promise<void> {
  for (let batch = 0; batch < mostBatches && (await db.row(waiting, {})); batch++) {
    const tx = await db.transaction()
    // The turn is a statement of its own: the numbering must see what those before it have numbered.
    tx.lock(takeTurn, {}).catch(() => {})
    const numbering = tx.row(number, {})
    numbering.catch(() => {})
    await tx.commit()
    if (((await numbering)?.numbered ?? 0) < atOnce) return
  }
}

const list = listing({
  select: select(eventRow, sql`from ${events} e`),
  filters: {
    type: equals(sql`e.type`, 'text'),
    caseId: equals(sql`e.case_id`, 'uuid'),
    customerId: equals(sql`e.customer_id`, 'uuid'),
  },
  always: sql`e.position is not null and (${sql.placeholder('viewerId')}::uuid is null
    or not exists (select from ${cases} c where c.id = e.case_id and not (${notAboutViewer})))`,
  order: [{ column: sql`e.position`, key: 'position', type: 'bigint' }],
  descending: false,
})

const positionOf = selecting({ position: eventRow.position })<{ id: string }>(
  sql`from ${events} e where e.id = ${sql.placeholder('id')}::uuid and e.position is not null`,
)

/** A page of the feed, without the cases that are about the caller, in the order in which events were committed: nothing ever appears behind what you have. */
export async function listEvents(
  reader: Reader,
  { after, ...query }: z.output<typeof EventQuery>,
): Promise<Page<Event>> {
  await numberEvents(reader.db)
  const { query: asked, start } = await continued(reader, query, after)
  const { data, nextCursor } = await list(reader, asked, { ...viewerOf(reader.actor) }, start)
  return { data: data.map(toEvent), nextCursor }
}

interface Continued {
  readonly query: Omit<z.output<typeof EventQuery>, 'after'>
  readonly start?: readonly number[]
}

/**
 * `after` is the id of an event, as in `Last-Event-ID`, or a cursor of this list. It is where to begin, and no filter:
 * a cursor leads on from there, whatever the beginning was.
 */
async function continued({ db }: Reader, query: Continued['query'], after?: string): Promise<Continued> {
  if (after === undefined || query.cursor !== undefined) return { query }
  if (!isId(after)) return { query: { ...query, cursor: after } }
  const found = await db.row(positionOf, { id: after })
  if (!found) throw ValidationFailed.at('/after', 'is no event')
  return { query, start: [found.position] }
}

function toEvent({
  caseId,
  caseSequence,
  customerId,
  actorKind,
  actorId,
  onBehalfOf,
  ...row
}: RowOf<typeof eventRow>): Event {
  return {
    id: row.id,
    type: row.type,
    at: row.at,
    ...(caseId === null || caseSequence === null ? {} : { caseId, caseSequence }),
    ...(customerId === null ? {} : { customerId }),
    actor: { kind: actorKind, id: actorId, ...(onBehalfOf === null ? {} : { onBehalfOf }) },
    data: row.data,
  }
}
