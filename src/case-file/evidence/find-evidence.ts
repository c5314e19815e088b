import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { CustomerNotTold } from '../../rooms/cases/problems.ts'
import type { NewContact } from '../../rooms/contacts/contract.ts'
import { contacts } from '../../tables/cases.ts'
import { readContact } from '../add-contact.ts'
import type { ContactRow } from '../contact-row.ts'
import type { LockedCase } from '../locked-case.ts'
import { type Evidence, evidenceIn } from './evidence.ts'

const contactOfCase = selecting({
  ...pick(contacts, 't', 'id', 'moment', 'at', 'recordedAt', 'outcome', 'choseFrom'),
  happenedSince: sql<string | null>`case when t.moment = 'opening' then happened_since(t.id) end`,
  beforeTheirTime: sql<boolean>`coalesce(not t.opening and t.at < t.recorded_at
    and not was_voice(t.case_id, t.employee_id, t.spoken_for, t.at), false)`,
})<{
  id: string
  caseId: string
}>(sql`from ${contacts} t where t.id = ${sql.placeholder('id')} and t.case_id = ${sql.placeholder('caseId')}`)

/**
 * What a contact of the case proves that is on record. Throws `unprocessable` when the case has no such contact, and
 * `customer-not-told` for a missed call, in which nobody said or heard anything.
 */
export async function findEvidence(work: Work, kase: LockedCase, contactId: string): Promise<Evidence> {
  const found = await work.tx.row(contactOfCase, { id: contactId, caseId: kase.id })
  if (!found) throw Unprocessable.at('/contactId', 'is no contact of this case')
  if (found.outcome === 'missed')
    throw CustomerNotTold.at('/contactId', 'is a call that was missed: nobody spoke with the customer')
  if (found.choseFrom !== null)
    throw CustomerNotTold.at(
      '/contactId',
      'is one in which the customer chose another window, and nothing else',
    )
  return { ...found, onRecord: true }
}

const wasVoice = statement<
  { caseId: string; employeeId: string; ownerId: string; at: string },
  { readonly was: boolean }
>(sql`select was_voice(${sql.placeholder('caseId')}::uuid, ${sql.placeholder('employeeId')}::uuid,
  ${sql.placeholder('ownerId')}::uuid, ${sql.placeholder('at')}::timestamptz) as was`)

/** What a contact proves that a request brings along: one that was some time ago, by whoever spoke for the owner then. */
export async function evidenceBrought({ tx }: Work, contact: ContactRow): Promise<Evidence> {
  const { caseId, employeeId, spokenFor: ownerId, opening, at, recordedAt } = contact
  const evidence = evidenceIn(contact)
  if (opening || employeeId === null || ownerId === null || at >= recordedAt) return evidence
  const found = await tx.row(wasVoice, { caseId, employeeId, ownerId, at })
  return { ...evidence, beforeTheirTime: found?.was === false }
}

/** What a request names as its evidence: a contact that it brings along, which is still to be added, or one on record. */
interface Named {
  readonly contact?: ContactRow
  readonly evidence?: Evidence
}

/** Reads the contact that a request brings, or finds the one that it names, if it does either. */
export async function readEvidence(
  work: Work,
  kase: LockedCase,
  { contact: given, contactId }: { contact?: NewContact | undefined; contactId?: string | undefined },
): Promise<Named> {
  if (given) {
    const contact = await readContact(work, kase, given, { pointer: '/contact' })
    return { contact, evidence: await evidenceBrought(work, contact) }
  }
  return contactId === undefined ? {} : { evidence: await findEvidence(work, kase, contactId) }
}
