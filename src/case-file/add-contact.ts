import { sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import { recordedAs, type Work } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { happenedAt } from '../lib/moments.ts'
import { Unprocessable } from '../lib/problems.ts'
import { OnlyTheOwner } from '../rooms/cases/problems.ts'
import { contacts, type Moment } from '../tables/cases.ts'
import { employees } from '../tables/people.ts'
import { change, recordOnCase } from './change.ts'
import type { ContactRow, HeardContact } from './contact-row.ts'
import { momentOf, type Proving } from './evidence/moment-of.ts'
import { usualOutcome } from './evidence/spoken.ts'
import type { CaseInBrief } from './locked-case.ts'
import { isVoiceOf, type Voices } from './rules.ts'

/**
 * A contact of a case as it is to be stored (law 7): the owner's own, or the stand-in's during an absence, or one in which
 * the customer contacted a colleague or a system. `pointer` is where the contact stands in the request. Throws
 * `only-the-owner` when anybody else contacts the customer.
 */
export async function readContact(
  work: Work,
  kase: Pick<CaseInBrief, 'id' | 'owner' | keyof Voices>,
  given: HeardContact,
  {
    pointer,
    opening = false,
    spokenBy = work.actor.employee?.id ?? null,
    id = newId(),
  }: { pointer: string; opening?: boolean; spokenBy?: string | null; id?: string },
): Promise<ContactRow> {
  if (given.direction === 'outbound' && !isVoiceOf(spokenBy, kase)) {
    throw OnlyTheOwner.because(`${kase.owner.name} owns this case and contacts the customer.`)
  }
  if (given.answered && spokenBy === null)
    throw Unprocessable.at(`${pointer}/answered`, 'can only be said by an employee')
  const doer = recordedAs(work.actor)
  const channel = given.channel ?? 'phone'
  const participants = [...new Set(given.participants)]
  await assertEmployees(work, participants, `${pointer}/participants`)
  return {
    id,
    caseId: kase.id,
    direction: given.direction,
    channel,
    outcome: given.outcome ?? usualOutcome(given.direction, channel),
    summary: given.summary ?? null,
    at: happenedAt(given.at, work.now, `${pointer}/at`),
    employeeId: spokenBy,
    spokenFor: isVoiceOf(spokenBy, kase) ? kase.ownerId : null,
    answered: given.answered ?? false,
    opening,
    participants,
    thanks: given.thanks ?? false,
    recordedByKind: doer.kind,
    recordedById: doer.id,
    recordedAt: toWire(work.now),
    ...(given.chose && { choseFrom: given.chose.from, choseUntil: given.chose.until }),
  }
}

const knownEmployees = statement<{ ids: readonly string[] }, { readonly id: string }>(
  sql`select id from ${employees} where id = any(${sql.placeholder('ids')}::uuid[])`,
)

async function assertEmployees({ tx }: Work, ids: readonly string[], pointer: string): Promise<void> {
  if (ids.length === 0) return
  const known = new Set((await tx.rows(knownEmployees, { ids })).map(({ id }) => id))
  const index = ids.findIndex((id) => !known.has(id))
  if (index >= 0) throw Unprocessable.at(`${pointer}/${index}`, 'is no employee')
}

/**
 * Adds a contact to a case. While a callback is open, a customer who contacts us chases it, and its owner hears of that; not
 * one who speaks with the owner themselves.
 */
export function addContact<Kase extends CaseInBrief>(work: Work, kase: Kase, contact: ContactRow): Kase {
  const recorded = insertContact(work, kase, contact)
  const met = change(work, recorded, { faces: [...facesWith(kase.faces, contact)] })
  const { holds } = kase
  if (!isChase(contact, holds)) return met
  const chased = change(work, met, { chases: kase.chases + 1 })
  return recordOnCase(work, chased, 'case.chased', {
    contactId: contact.id,
    callbackId: holds.callback.id,
    ownerId: kase.ownerId,
    standInId: kase.standInId,
    chases: chased.chases,
  })
}

/** Writes a contact, and tells of it. */
export function insertContact<Kase extends CaseInBrief>(work: Work, kase: Kase, contact: ContactRow): Kase {
  const { id: contactId, direction, channel, outcome, employeeId, thanks } = contact
  work.tx.insert(contacts, contact)
  const data = { contactId, direction, channel, outcome, employeeId, ...(thanks && { thanks }) }
  return recordOnCase(work, kase, 'contact.recorded', data)
}

/** The employees whom the customer had contact with, after a contact as well. */
export const facesWith = (
  faces: readonly string[],
  contact: Proving & Pick<ContactRow, 'participants'>,
): readonly string[] => {
  const { employeeId, participants } = contact
  return employeeId === null || faceless.has(momentOf(contact))
    ? faces
    : [...new Set([...faces, employeeId, ...participants])]
}

/** Nobody met the customer by a call in vain, nor by reading what they wrote. */
const faceless: ReadonlySet<Moment> = new Set(['not-reached', 'customer-contacted-us'])

/**
 * Law 7: the customer expects to hear from us, and has to ask again; not in a contact of before the promise, nor to say thanks
 * or that another moment suits them, nor where they have the owner, or who stands in, on the line: then they called first,
 * and the promise can be kept.
 */
const isChase = (
  contact: ContactRow,
  holds: CaseInBrief['holds'],
): holds is Extract<CaseInBrief['holds'], { kind: 'promise' }> =>
  contact.direction === 'inbound' &&
  !contact.opening &&
  !contact.thanks &&
  contact.choseFrom === undefined &&
  momentOf(contact) !== 'customer-called-owner' &&
  holds.kind === 'promise' &&
  contact.at >= holds.callback.madeAt
