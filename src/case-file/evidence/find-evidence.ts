import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
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
    return { contact, evidence: evidenceIn(contact) }
  }
  return contactId === undefined ? {} : { evidence: await findEvidence(work, kase, contactId) }
}
