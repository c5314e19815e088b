import { sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import { assertExpected, doerOf, type Work } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { happenedAt } from '../lib/moments.ts'
import { Unprocessable } from '../lib/problems.ts'
import { CustomerNotTold, OnlyTheOwner } from '../rooms/cases/problems.ts'
import type { Contact, NewContact } from '../rooms/contacts/contract.ts'
import { cases, contacts, type Moment } from '../tables/cases.ts'
import { employees } from '../tables/people.ts'
import { type HeardContact, toContact } from './contact-row.ts'
import { type Draft, lockCaseOfCaller, recordOnCase, save } from './draft.ts'
import { isVoiceOf, type Witness } from './rules.ts'

/**
 * Records a contact (law 7): the owner's own, or the stand-in's during an absence, or one in which the customer contacted a colleague or a system. While
 * a callback is open the latter is a chase. Throws `only-the-owner` when anybody else contacts the customer.
 */
export async function recordContact(work: Work, caseId: string, given: NewContact): Promise<Contact> {
  const kase = await lockCaseOfCaller(work, caseId)
  assertExpected(work, kase.version)
  const { contact } = await addContact(work, kase, given, { pointer: '' })

  save(work, kase)
  return contact
}

interface AddedContact {
  readonly contact: Contact
  readonly witness: Witness
}

/** Adds a contact to a case that is locked; `pointer` is where the contact stands in the request. */
export async function addContact(
  work: Work,
  kase: Draft,
  given: HeardContact,
  {
    pointer,
    opening = false,
    spokenBy = work.actor.employee?.id ?? null,
    id = newId(),
  }: { pointer: string; opening?: boolean; spokenBy?: string | null; id?: string },
): Promise<AddedContact> {
  if (given.direction === 'outbound' && !isVoiceOf(spokenBy, kase)) {
    throw OnlyTheOwner.because(`${kase.ownerName} owns this case and contacts the customer.`)
  }
  if (given.answered && spokenBy === null)
    throw Unprocessable.at(`${pointer}/answered`, 'can only be said by an employee')
  const doer = doerOf(work.actor)
  const participants = [...new Set(given.participants)]
  await assertEmployees(work, participants, `${pointer}/participants`)
  const row = {
    id,
    caseId: kase.id,
    direction: given.direction,
    channel: given.channel ?? 'phone',
    outcome: given.outcome ?? 'reached',
    summary: given.summary ?? null,
    at: happenedAt(given.at, work.now, `${pointer}/at`),
    employeeId: spokenBy,
    spokenFor: isVoiceOf(spokenBy, kase) ? kase.ownerId : null,
    answered: given.answered ?? false,
    opening,
    participants,
    recordedByKind: doer.kind,
    recordedById: doer.id,
    recordedAt: toWire(work.now),
  }

  work.tx.insert(contacts, row)
  const { direction, channel, outcome } = row
  recordOnCase(work, kase, 'contact.recorded', {
    contactId: row.id,
    direction,
    channel,
    outcome,
    employeeId: spokenBy,
  })
  if (spokenBy !== null && outcome === 'reached')
    kase.faces = [...new Set([...kase.faces, spokenBy, ...participants])]
  if (direction === 'inbound' && !opening && kase.callbackId !== null) {
    kase.chases += 1
    work.tx.update(cases, { id: kase.id }, { chases: kase.chases })
    recordOnCase(work, kase, 'case.chased', {
      contactId: row.id,
      callbackId: kase.callbackId,
      ownerId: kase.ownerId,
      standInId: kase.standInId,
      chases: kase.chases,
    })
  }
  return {
    contact: toContact(row),
    witness: { id: row.id, moment: momentOf(row), at: row.at, recordedAt: row.recordedAt },
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

/** The same sentence as the generated column `contacts.moment`; the foreign keys that use it hold the two together. */
function momentOf({
  direction,
  outcome,
  opening,
  spokenFor,
  answered,
}: {
  direction: string
  outcome: string
  opening: boolean
  spokenFor: string | null
  answered: boolean
}): Moment {
  if (direction === 'outbound') return outcome === 'reached' ? 'owner-reached' : 'not-reached'
  if (spokenFor !== null) return opening ? 'opening' : 'customer-called-owner'
  return answered ? 'colleague-answered' : 'customer-contacted-us'
}

const contactOfCase = statement<{ id: string; caseId: string }, Witness & { readonly outcome: string }>(sql`
  select id, moment, at, recorded_at as "recordedAt", outcome from ${contacts}
  where id = ${sql.placeholder('id')} and case_id = ${sql.placeholder('caseId')}`)

/**
 * The contact that a request names or brings, if it does. Throws `unprocessable` when the case has no such contact, and
 * `customer-not-told` for a missed call, in which nobody said or heard anything.
 */
export async function witnessOf(
  work: Work,
  kase: Draft,
  { contact, contactId }: { contact?: NewContact | undefined; contactId?: string | undefined },
): Promise<Witness | undefined> {
  if (contact) return (await addContact(work, kase, contact, { pointer: '/contact' })).witness
  if (contactId === undefined) return undefined
  const found = await work.tx.row(contactOfCase, { id: contactId, caseId: kase.id })
  if (!found) throw Unprocessable.at('/contactId', 'is no contact of this case')
  if (found.outcome === 'missed')
    throw CustomerNotTold.at('/contactId', 'is a call that was missed: nobody spoke with the customer')
  return found
}
