import { sql } from 'drizzle-orm'
import { pick, type RowOf } from '../db/selection.ts'
import { ownerAt } from '../facts/owner-at.ts'
import type { Contact, NewContact } from '../rooms/contacts/contract.ts'
import { contacts } from '../tables/cases.ts'

/** A contact as somebody said it, or as a telephone system heard it: nobody answered the customer's call. */
export type HeardContact = Omit<NewContact, 'outcome'> & {
  readonly outcome?: NewContact['outcome'] | 'missed' | undefined
  /** The window that the customer chose by themselves, on the page of the promise; in wire form. */
  readonly chose?: { readonly from: string; readonly until: string }
}

const contactRow = {
  ...pick(contacts, 't', 'id', 'caseId', 'direction', 'channel', 'outcome', 'summary', 'at', 'employeeId'),
  ...pick(contacts, 't', 'spokenFor', 'answered', 'opening', 'participants', 'thanks'),
  ...pick(contacts, 't', 'recordedByKind', 'recordedById', 'recordedAt'),
}

/** A contact as it is stored. */
export type ContactRow = RowOf<typeof contactRow> & {
  readonly choseFrom?: string
  readonly choseUntil?: string
}

/** A contact with whoever owned its case then. */
export const ownedContactRow = {
  ...contactRow,
  ownerId: sql<string>`coalesce(t.spoken_for, ${ownerAt(sql`t.case_id`, sql`t.recorded_at`)})`,
}

/** A contact as it is answered. */
export const toContact = ({
  spokenFor,
  participants,
  recordedByKind,
  recordedById,
  ...row
}: RowOf<typeof ownedContactRow>): Contact => ({
  id: row.id,
  caseId: row.caseId,
  direction: row.direction,
  channel: row.channel,
  outcome: row.outcome,
  summary: row.summary,
  at: row.at,
  employeeId: row.employeeId,
  byOwner: spokenFor !== null,
  actedBy: row.employeeId,
  ownerId: row.ownerId,
  answered: row.answered,
  opening: row.opening,
  thanks: row.thanks,
  participants: [...participants],
  recordedBy: { kind: recordedByKind, id: recordedById },
  recordedAt: row.recordedAt,
})
