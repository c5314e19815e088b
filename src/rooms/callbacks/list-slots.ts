import { freeSlots } from '../../calendar/suggest.ts'
import { factsOfVisibleCase } from '../../case-file/promise/promise-facts.ts'
import { promisingHours, wishOf } from '../../case-file/promise/promising-hours.ts'
import type { Reader } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { millisecondsOf } from '../../lib/duration.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound, ValidationFailed } from '../../lib/problems.ts'
import type { CallbackSlots, SlotQuery } from './slot-contract.ts'

const longest = 31 * 86_400_000

/**
 * The windows that the owner of a case can promise, in order: one for each clock hour that is not full, all on one page.
 * Throws `not-found`, and `validation-failed` for more than 31 days.
 */
export async function listSlots(
  { db, actor, now }: Reader,
  caseId: string,
  { from, until, duration = 'PT1H' }: SlotQuery,
): Promise<CallbackSlots> {
  const asked = readSpan(from, until, now)
  const facts = await db.row(factsOfVisibleCase, { id: caseId, now: toWire(now), ...viewerOf(actor) })
  if (!facts) throw NotFound.because('There is no such case.')
  const wish = wishOf(facts, promisingHours(facts, now))
  const within = {
    from: Math.max(wish.within.from, asked.from),
    until: Math.min(wish.within.until, asked.until),
  }
  const length = millisecondsOf(duration)
  const data = [...freeSlots({ ...wish, within }, length)].map((slot) => ({
    from: wire(slot.from),
    until: wire(slot.until),
    free: slot.free,
  }))
  return { owner: facts.named, data, nextCursor: null }
}

function readSpan(from: string | undefined, until: string | undefined, now: Temporal.Instant) {
  const begin = from === undefined ? now.epochMilliseconds : Temporal.Instant.from(from).epochMilliseconds
  const end = until === undefined ? begin + longest : Temporal.Instant.from(until).epochMilliseconds
  if (end <= begin) throw ValidationFailed.at('/until', 'must be later than from')
  if (end - begin > longest) throw ValidationFailed.at('/until', 'must be at most 31 days after from')
  return { from: begin, until: end }
}

const wire = (moment: number): string => toWire(Temporal.Instant.fromEpochMilliseconds(moment))
