import type { Actor } from '../db/work.ts'
import { Forbidden } from '../lib/problems.ts'
import { CaseIsOpen, CaseIsResolved, CustomerNotTold, OnlyTheOwner } from '../rooms/cases/problems.ts'
import type { Moment, Outcome } from '../tables/cases.ts'
import type { CaseFacts } from './case-row.ts'
import type { Draft } from './draft.ts'

/** Whose voice the customer hears: the owner's, and the stand-in's while the owner is absent. */
type Voices = Pick<Draft, 'ownerId' | 'standInId'>

/** Whether this employee speaks for the owner (laws 7 and 11). */
export const isVoiceOf = (employeeId: string | null, { ownerId, standInId }: Voices): boolean =>
  employeeId !== null && (employeeId === ownerId || employeeId === standInId)

/** Whether this is the voice that the customer knows: the owner, or the stand-in during an absence (laws 7 and 11). */
export const speaksForOwner = (actor: Actor, kase: Voices): boolean =>
  isVoiceOf(actor.employee?.id ?? null, kase)

/** Throws `only-the-owner` for everybody else. */
export function assertOwner(actor: Actor, kase: Voices & Pick<CaseFacts, 'ownerName'>): void {
  if (!speaksForOwner(actor, kase)) throw OnlyTheOwner.because(`This case is ${kase.ownerName}’s.`)
}

/** Throws `forbidden` for who sees the case because they are asked about it: they answer, and leave it as it is (law 10). */
export function assertNotJustConsulted({ sight }: Pick<CaseFacts, 'sight'>): void {
  if (sight === 'consulted')
    throw Forbidden.because('Who is consulted answers to the owner, and changes nothing of the case.')
}

/** Throws `case-is-resolved` unless the case is open: it has a promise then. */
export function assertOpen<T extends { callbackId: string | null }>(
  kase: T,
): asserts kase is T & { callbackId: string } {
  if (kase.callbackId === null) throw CaseIsResolved.because('The case is resolved: open it again first.')
}

/** Throws `case-is-open` unless the case is resolved. */
export function assertResolved(kase: Pick<CaseFacts, 'callbackId'>): void {
  if (kase.callbackId !== null)
    throw CaseIsOpen.because('The case is open, and its owner has promised to come back.')
}

/** As much of a contact as the laws ask about. */
export interface Witness {
  readonly id: string
  readonly moment: Moment
  readonly at: string
  readonly recordedAt: string
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
 * been so. The contact is younger than the promise that it answers, or it is the one that opened the case.
 */
export function assertTold(outcome: Outcome, witness: Witness | undefined, promisedAt: string): void {
  if (outcome !== 'answered' && outcome !== 'fixed' && outcome !== 'withdrawn') return
  if (!witness) throw CustomerNotTold.because('Name the contact in which the customer heard it.')
  if (outcome === 'withdrawn' && !inbound.has(witness.moment)) {
    throw CustomerNotTold.because('Only the customer withdraws a question, in a contact of theirs.')
  }
  if (outcome !== 'withdrawn' && !tells.has(witness.moment)) {
    throw CustomerNotTold.because('In this contact the customer was not reached, or nobody gave the answer.')
  }
  const younger =
    witness.moment === 'opening' ? witness.recordedAt >= promisedAt : witness.recordedAt > promisedAt
  if (!younger)
    throw CustomerNotTold.because(
      'This contact is older than the promise: the customer expects to hear from us.',
    )
}

/** Law 6: a contact that keeps the callback, by the owner's word or because the customer called the owner first. */
export const keeps = (moment: Moment): boolean =>
  moment === 'owner-reached' || moment === 'customer-called-owner'
