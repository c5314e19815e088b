import { CustomerNotTold } from '../../rooms/cases/problems.ts'
import type { Moment, Outcome } from '../../tables/cases.ts'
import type { OpenCallback } from '../case-columns.ts'
import type { ContactRow } from '../contact-row.ts'
import { momentOf } from './moment-of.ts'
import { isKeptInWriting } from './spoken.ts'

/** A contact as far as the laws ask about it: what it can prove. */
export interface Evidence {
  readonly id: string
  readonly moment: Moment
  readonly at: string
  readonly recordedAt: string
  /** It was on record before this request: it may be older than the promise. */
  readonly onRecord: boolean
  /** Of an opening contact that is on record: the first thing that has happened since, as a type of event. */
  readonly happenedSince: string | null
  /** Whoever spoke or wrote in it for the owner did so before they were the owner, or stood in. */
  readonly beforeTheirTime: boolean
}

/** The promise that a contact is held against. */
type Promised = Pick<OpenCallback, 'channel' | 'madeAt' | 'windowUntil'>

/** What a contact proves that is being recorded. */
export const evidenceIn = (contact: ContactRow): Evidence => ({
  id: contact.id,
  moment: momentOf(contact),
  at: contact.at,
  recordedAt: contact.recordedAt,
  onRecord: false,
  happenedSince: null,
  beforeTheirTime: false,
})

/**
 * Law 6: a contact that keeps a callback on this channel: the owner and the customer spoke, or the owner wrote where the
 * callback is a written one.
 */
export const keeps = (moment: Moment, channel: string): boolean =>
  moment === 'owner-reached' ||
  moment === 'customer-called-owner' ||
  (moment === 'owner-wrote' && isKeptInWriting(channel))

/**
 * Law 6: the promise is kept by this contact. Throws `customer-not-told` unless the owner and the customer spoke in it, or
 * the owner wrote where that was promised, after the promise was made.
 */
export function assertKeeps(evidence: Evidence, promise: Promised): void {
  if (!keeps(evidence.moment, promise.channel))
    throw notTold(evidence, 'is no contact in which the customer heard from the owner as was promised')
  assertVoice(evidence)
  assertAfter(evidence, promise)
}

/**
 * Law 5: in this contact the customer heard of the other window: one of ours spoke with them, or the owner wrote where the
 * callback is a written one. Throws `customer-not-told` where it cannot have been so.
 */
export function assertToldOfMove(
  evidence: Evidence | undefined,
  promise: Promised,
): asserts evidence is Evidence {
  if (!evidence)
    throw CustomerNotTold.because('Name the contact in which the customer heard of the other window.')
  const { moment } = evidence
  if (!keeps(moment, promise.channel) && moment !== 'colleague-answered' && moment !== 'colleague-spoke')
    throw notTold(evidence, 'is no contact in which one of ours told the customer anything')
  // A colleague whom the customer called may tell them of it; whoever calls them speaks for the owner.
  if (moment !== 'customer-called-owner') assertVoice(evidence)
  assertAfter(evidence, promise)
}

const withdraws: ReadonlySet<Moment> = new Set([
  'customer-called-owner',
  'colleague-answered',
  'colleague-spoke',
  'customer-contacted-us',
])

/**
 * Law 8: in this contact the customer got the answer, or withdrew. Throws `customer-not-told` when it cannot have
 * been so. The contact is younger than the promise that it answers, or it is the one that opened the case. `promise` is
 * undefined for a case that is opened and resolved in one step. `now` is in wire form.
 */
export function assertTold(
  outcome: Outcome,
  evidence: Evidence | undefined,
  promise: Promised | undefined,
  now: string,
): void {
  if (outcome !== 'answered' && outcome !== 'fixed' && outcome !== 'withdrawn') return
  if (!evidence) throw CustomerNotTold.because('Name the contact in which the customer heard it.')
  const { moment } = evidence
  if (outcome === 'withdrawn') {
    if (!withdraws.has(moment))
      throw notTold(evidence, 'is no contact in which the customer took the question back')
  } else if (moment === 'opening') {
    if (promise) assertFirstContact(evidence, promise, now)
    return
  } else if (moment !== 'colleague-answered' && !keeps(moment, promise?.channel ?? ''))
    throw notTold(evidence, 'is no contact in which the customer got the answer')
  else assertVoice(evidence)
  if (promise) assertAfter(evidence, promise)
}

/** Who was not yet the owner, or did not stand in yet, spoke for nobody (laws 7 and 11), whenever it was recorded. */
function assertVoice(evidence: Evidence): void {
  if (evidence.beforeTheirTime) throw notTold(evidence, 'was before who spoke was the owner, or stood in')
}

/** What happened before the promise was made neither keeps nor moves it (law 5), whenever it was recorded. */
function assertAfter(evidence: Evidence, { madeAt }: Promised): void {
  if (evidence.onRecord && evidence.recordedAt <= madeAt) throw notTold(evidence, 'is older than the promise')
  if (evidence.at < madeAt) throw notTold(evidence, 'was before the promise was made')
}

/** How long the contact that opened a case can resolve it. */
const openingLasts = { hours: 1 }

/** First-contact resolution: within an hour of the opening contact, while nothing else has happened. */
function assertFirstContact(evidence: Evidence, { madeAt, windowUntil }: Promised, now: string): void {
  const { at, recordedAt, onRecord, happenedSince } = evidence
  if (!onRecord) return
  if (recordedAt < madeAt) throw notTold(evidence, 'is older than the promise')
  const begun = Temporal.Instant.from(at < recordedAt ? at : recordedAt)
  if (Temporal.Instant.compare(begun.add(openingLasts), Temporal.Instant.from(now)) < 0)
    throw notTold(evidence, 'opened the case more than an hour ago: the customer expects to hear from us')
  if (windowUntil < now) throw notTold(evidence, 'opened the case, and the promise has been broken since')
  if (happenedSince !== null) throw notTold(evidence, `opened the case, and since then: ${happenedSince}`)
}

const notTold = ({ onRecord }: Evidence, what: string) =>
  CustomerNotTold.at(onRecord ? '/contactId' : '/contact', what)
