import { addContact, readContact } from '../../case-file/add-contact.ts'
import { save } from '../../case-file/change.ts'
import { evidenceIn } from '../../case-file/evidence/evidence.ts'
import type { OpenCase } from '../../case-file/locked-case.ts'
import { promiseAnew } from '../../case-file/make-promise.ts'
import { planPromise } from '../../case-file/promise/plan-promise.ts'
import { factsOfCallback } from '../../case-file/promise/promise-facts.ts'
import type { Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import type { Tracking } from './contract.ts'
import { placesIn } from './free-places.ts'
import { type TrackedRow, toTracking, words } from './queries.ts'

/** The window that the customer chose. */
interface Chosen {
  readonly from: string
  readonly until: string
}

/**
 * The customer moves the callback to a free place: they chose it, and so know of it (law 5). One that was late stays broken. The
 * same window a second time changes nothing. Throws what `planPromise` throws of a window that can't be promised.
 */
export async function moveTracked(
  work: Work,
  tracked: TrackedRow,
  kase: OpenCase,
  { from, until }: Chosen,
): Promise<Tracking> {
  const { callback: old } = kase.holds
  const facts = await factsOfCallback(work, old.id, true)
  const places = () => (facts ? placesIn(facts, work.now) : [])
  if (isSame(from, old.windowFrom) && isSame(until, old.windowUntil))
    return toTracking(tracked, places(), work.now)
  const callback = planPromise(kase, { from, until }, '', facts, work.now, old)
  const { windowFrom, windowUntil } = callback
  const contact = await readContact(
    work,
    kase,
    { ...said, chose: { from: windowFrom, until: windowUntil } },
    here,
  )
  const now = toWire(work.now)

  const told = addContact(work, kase, contact)
  const closing = {
    state: 'rescheduled',
    contact: evidenceIn(contact),
    replacedBy: callback.id,
    reason,
  } as const
  save(work, promiseAnew(work, told, closing, callback))
  const heard = { at: now, kind: 'moved', summary: words.moved } as const
  const replaced = { state: 'rescheduled', closedAt: now } as const
  const promises = [
    { ...callback, from: windowFrom, until: windowUntil, closedAt: null },
    ...tracked.promises.map((each) => (each.id === old.id ? { ...each, ...replaced } : each)),
  ]
  return toTracking(
    { ...tracked, said: [...tracked.said, heard], promises, callbackId: callback.id },
    places(),
    work.now,
  )
}

const isSame = (one: string, other: string): boolean =>
  Temporal.Instant.from(one).equals(Temporal.Instant.from(other))

const reason = 'The customer chose another moment.'
const said = {
  direction: 'inbound',
  channel: 'web',
  outcome: 'reached',
  summary: words.moved,
} as const
const here = { pointer: '' }
