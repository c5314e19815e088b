import { freeSlots } from '../../calendar/suggest.ts'
import { factsOfVisibleCase, type PromiseFacts } from '../../case-file/promise/promise-facts.ts'
import { promisingHours, wishOf } from '../../case-file/promise/promising-hours.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Tracking } from './contract.ts'
import type { TrackedRow } from './queries.ts'

const anHour = 3_600_000
/** Two weeks of a team that is open all day: nobody reads further. */
const most = 150

/** The windows to which the customer may move the callback; none where nothing is promised any more. */
export async function freePlaces(
  db: Pick<Database, 'row'>,
  { id, callbackId }: Pick<TrackedRow, 'id' | 'callbackId'>,
  actor: Actor,
  now: Temporal.Instant,
): Promise<Tracking['slots']> {
  if (callbackId === null) return []
  const facts = await db.row(factsOfVisibleCase, { id, now: toWire(now), ...viewerOf(actor) })
  return facts ? placesIn(facts, now) : []
}

/** The same where what a promise is made by is at hand: an hour each, in order. */
export function placesIn(facts: PromiseFacts, now: Temporal.Instant): Tracking['slots'] {
  return freeSlots(wishOf(facts, promisingHours(facts, now)), anHour)
    .take(most)
    .map(({ from, until }) => ({ from: wire(from), until: wire(until) }))
    .toArray()
}

const wire = (moment: number): string => toWire(Temporal.Instant.fromEpochMilliseconds(moment))
