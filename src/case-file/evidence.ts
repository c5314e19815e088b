import { CustomerNotTold } from '../rooms/cases/problems.ts'
import type { Moment, Outcome } from '../tables/cases.ts'
import type { OpenCallback } from './case-columns.ts'
import type { ContactRow } from './contact-row.ts'

/** A contact as far as the laws ask about it: what it can prove. */
export interface Evidence {
  readonly id: string
  readonly moment: Moment
  readonly at: string
  readonly recordedAt: string
}

/** What a contact proves that is being recorded. */
export const evidenceIn = (contact: ContactRow): Evidence => ({
  id: contact.id,
  moment: momentOf(contact),
  at: contact.at,
  recordedAt: contact.recordedAt,
})

/** The same sentence as the generated column `contacts.moment`; the foreign keys that use it hold the two together. */
function momentOf({ direction, outcome, opening, spokenFor, answered }: ContactRow): Moment {
  if (direction === 'outbound') return outcome === 'reached' ? 'owner-reached' : 'not-reached'
  if (spokenFor !== null) return opening ? 'opening' : 'customer-called-owner'
  return answered ? 'colleague-answered' : 'customer-contacted-us'
}

/** Law 6: a contact that keeps the callback, by the owner's word or because the customer called the owner first. */
export const keeps = (moment: Moment): boolean =>
  moment === 'owner-reached' || moment === 'customer-called-owner'

/**
 * Law 6: the promise is kept by this contact, which is on record. Throws `customer-not-told` unless the owner and the
 * customer spoke in it after the promise was made.
 */
export function assertKeeps({ moment, recordedAt }: Evidence, { madeAt }: OpenCallback): void {
  if (!keeps(moment))
    throw CustomerNotTold.at('/contactId', 'is no contact in which the owner and the customer spoke')
  if (recordedAt <= madeAt) throw CustomerNotTold.at('/contactId', 'is older than the promise')
}

/**
 * Law 5: in this contact the customer heard of the other window. Throws `customer-not-told` where it cannot have been so.
 * `promisedAt` is when the promise was made that is replaced; empty for a contact that is recorded only now.
 */
export function assertToldOfMove(
  evidence: Evidence | undefined,
  promisedAt: string,
): asserts evidence is Evidence {
  if (!evidence)
    throw CustomerNotTold.because('Name the contact in which the customer heard of the other window.')
  if (evidence.moment === 'not-reached')
    throw CustomerNotTold.because('In this contact the customer was not reached.')
  if (evidence.recordedAt <= promisedAt)
    throw CustomerNotTold.because('This contact is older than the promise that it would replace.')
}

const tells: ReadonlySet<Moment> = new Set([
  'opening',
  'owner-reached',
  'customer-called-owner',
  'colleague-answered',
])
const inbound: ReadonlySet<Moment> = new Set([
  'opening',
  'customer-called-owner',
  'colleague-answered',
  'customer-contacted-us',
])

/**
 * Law 8: in this contact the customer got the answer, or withdrew. Throws `customer-not-told` when it cannot have
 * been so. The contact is younger than the promise that it answers, or it is the one that opened the case. `promisedAt` is
 * empty for a contact that is recorded only now: it is younger, whatever the clock's resolution says.
 */
export function assertTold(outcome: Outcome, evidence: Evidence | undefined, promisedAt: string): void {
  if (outcome !== 'answered' && outcome !== 'fixed' && outcome !== 'withdrawn') return
  if (!evidence) throw CustomerNotTold.because('Name the contact in which the customer heard it.')
  if (outcome === 'withdrawn' && !inbound.has(evidence.moment)) {
    throw CustomerNotTold.because('Only the customer withdraws a question, in a contact of theirs.')
  }
  if (outcome !== 'withdrawn' && !tells.has(evidence.moment)) {
    throw CustomerNotTold.because('In this contact the customer was not reached, or nobody gave the answer.')
  }
  const younger =
    evidence.moment === 'opening' ? evidence.recordedAt >= promisedAt : evidence.recordedAt > promisedAt
  if (!younger)
    throw CustomerNotTold.because(
      'This contact is older than the promise: the customer expects to hear from us.',
    )
}
