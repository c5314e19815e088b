import type { Actor } from '../db/work.ts'
import { Forbidden } from '../lib/problems.ts'
import { CaseIsOpen, CaseIsResolved, OnlyTheOwner } from '../rooms/cases/problems.ts'
import type { CaseFile, LockedCase, OpenCase, ResolvedCase } from './locked-case.ts'

/** Whose voice the customer hears: the owner's, and the stand-in's while the owner is absent. */
export type Voices = Pick<CaseFile, 'ownerId' | 'standInId'>

/** Whether this employee speaks for the owner (laws 7 and 11). */
export const isVoiceOf = (employeeId: string | null, { ownerId, standInId }: Voices): boolean =>
  employeeId !== null && (employeeId === ownerId || employeeId === standInId)

/** Whether this is the voice that the customer knows: the owner, or the stand-in during an absence (laws 7 and 11). */
export const speaksForOwner = (actor: Actor, kase: Voices): boolean =>
  isVoiceOf(actor.employee?.id ?? null, kase)

/** Throws `only-the-owner` for everybody else. */
export function assertOwner(actor: Actor, kase: Voices & Pick<CaseFile, 'owner'>): void {
  if (!speaksForOwner(actor, kase)) throw OnlyTheOwner.because(`This case is ${kase.owner.name}’s.`)
}

/** Throws `forbidden` for who sees the case because they are asked about it: they answer, and leave it as it is (law 10). */
export function assertNotJustConsulted({ visibility }: Pick<LockedCase, 'visibility'>): void {
  if (visibility === 'consulted')
    throw Forbidden.because('Who is consulted answers to the owner, and changes nothing of the case.')
}

/** Whether the case has a promise. */
export const isOpen = (kase: LockedCase): kase is OpenCase => kase.holds.kind === 'promise'

/** Throws `case-is-resolved` unless the case is open: it has a promise then. */
export function assertOpen(kase: LockedCase): asserts kase is OpenCase {
  if (!isOpen(kase)) throw CaseIsResolved.because('The case is resolved: open it again first.')
}

/** Throws `case-is-open` unless the case is resolved. */
export function assertResolved(kase: LockedCase): asserts kase is ResolvedCase {
  if (isOpen(kase)) throw CaseIsOpen.because('The case is open, and its owner has promised to come back.')
}
