import { open } from '../../case-file/open.ts'
import { findFreePlace } from '../../case-file/promise/find-free-place.ts'
import { planPromise } from '../../case-file/promise/plan-promise.ts'
import { factsOfOwner } from '../../case-file/promise/promise-facts.ts'
import type { Work } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { disturbances } from '../../tables/ahead/disturbances.ts'
import { outreachCustomers, type PassedOver } from '../../tables/ahead/outreach-customers.ts'
import { chooseOwner } from '../assignment/choose-owner.ts'
import { intake } from '../cases/intake.ts'
import { newCase } from '../cases/new-case.ts'
import { giveRefund } from '../gestures/give-refund.ts'
import type { ClaimedCustomer } from './claim-customer.ts'

const aWeek = { hours: 168 }
const anHour = { hours: 1 }

/**
 * Decides what becomes of a customer whose turn it is, whose row is locked: they get a case with an owner who knows them and a
 * callback in a free place, and their refund; or they wait on; or they are passed over. All of it at once.
 */
export async function settleCustomer(work: Work, claimed: ClaimedCustomer): Promise<void> {
  const because = whyPassedOver(claimed, toWire(work.now))
  if (because !== null) return passOver(work, claimed, because)
  const { currentId: customerId, topic, until, quietFrom, quietUntil } = claimed
  const asked = { customerId, topic, namedId: null, now: toWire(work.now), ...viewerOf(work.actor) }
  const [assignment, found] = await Promise.all([
    chooseOwner(work, { customerId, teamId: null, topic, not: null }),
    work.tx.row(intake, asked),
  ])
  if (!assignment || found?.customer?.id !== customerId) return waitFor(work, claimed, 'owner')
  const { owner } = assignment
  const promised = { ownerId: owner.id, teamId: null, customerId, aboutEmployeeId: null }
  const facts = await factsOfOwner(work, promised, true)
  const from = Math.max(...[claimed.from, quietFor(claimed) ?? claimed.from].map(momentOf))
  const occasion = { from, until: momentOf(until), quietFrom, quietUntil }
  const place = facts && findFreePlace(facts, occasion, work.now)
  if (!facts || !place) return waitFor(work, claimed, quietFor(claimed) === null ? 'place' : 'week')
  const said = { question: claimed.message, subject: claimed.title, origin: 'outreach' } as const
  const kase = {
    ...newCase(work, said, found, found.customer, assignment),
    faces: [],
    channel: found.customer.preferredChannel ?? (found.customer.phone === null ? 'email' : 'phone'),
  }
  const callback = planPromise(kase, place, '/callback', facts, work.now)

  const opened = open(work, { ...kase, holds: { kind: 'promise', callback } }, null, found.topicId, false)
  const gestureId = claimed.refund === null ? null : await giveRefund(work, opened, claimed, claimed.refund)
  settle(work, claimed, { state: 'opened', caseId: kase.id, gestureId })
  work.tx.insert(disturbances, {
    id: newId(),
    customerId,
    kind: 'outreach',
    at: callback.windowFrom,
    quietUntil: toWire(Temporal.Instant.from(callback.windowFrom).add(aWeek)),
    worthMore: claimed.worthMore !== null,
    outreachId: claimed.outreachId,
  })
}

/** Why nothing comes of it any more; null where something may. */
function whyPassedOver(claimed: ClaimedCustomer, now: string): PassedOver | null {
  const { until, waitsFor } = claimed
  if (claimed.erasedAt !== null) return 'erased'
  if (claimed.isTwice) return 'merged'
  if (claimed.outreachOptOut) return 'opted-out'
  if (!claimed.hasAddress) return 'no-address'
  if ((quietFor(claimed) ?? '') >= until) return 'disturbed'
  if (now < until) return null
  if (waitsFor === null) return 'too-late'
  return waitsFor === 'week' ? 'disturbed' : 'no-place'
}

/** Until when they are left in peace; null where nothing disturbs them, or this is worth more. */
const quietFor = ({ busyUntil, worthMore }: ClaimedCustomer): string | null =>
  worthMore === null ? busyUntil : null

const momentOf = (wire: string): number => Temporal.Instant.from(wire).epochMilliseconds

function passOver(work: Work, claimed: ClaimedCustomer, because: PassedOver): void {
  const { outreachId, customerId } = claimed
  settle(work, claimed, { state: 'passed-over', because })
  record(work, { type: 'outreach.customer-passed-over', customerId, data: { outreachId, because } })
}

/** It is looked again in an hour, and at the end. */
function waitFor({ tx, now }: Work, claimed: ClaimedCustomer, waitsFor: 'place' | 'week' | 'owner'): void {
  const { outreachId, customerId, until } = claimed
  const later = toWire(now.add(anHour))
  const nextAt = later < until ? later : until
  tx.update(outreachCustomers, { outreachId, customerId }, { waitsFor, nextAt })
}

function settle(
  { tx, now }: Work,
  { outreachId, customerId }: ClaimedCustomer,
  set: Partial<typeof outreachCustomers.$inferInsert>,
): void {
  tx.update(outreachCustomers, { outreachId, customerId }, { ...set, settledAt: toWire(now) })
}
