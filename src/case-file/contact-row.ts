import type { Contact, NewContact } from '../rooms/contacts/contract.ts'

/** A contact as somebody said it, or as a telephone system heard it: nobody answered the customer's call. */
export type HeardContact = Omit<NewContact, 'outcome'> & {
  readonly outcome?: NewContact['outcome'] | 'missed' | undefined
}

/** A contact as it is stored. */
export interface ContactRow {
  readonly id: string
  readonly caseId: string
  readonly direction: 'inbound' | 'outbound'
  readonly channel: string
  readonly outcome: string
  readonly summary: string | null
  readonly at: string
  readonly employeeId: string | null
  readonly spokenFor: string | null
  readonly answered: boolean
  readonly opening: boolean
  readonly participants: readonly string[]
  readonly recordedByKind: 'employee' | 'system'
  readonly recordedById: string
  readonly recordedAt: string
}

/** A contact as it is answered. */
export const toContact = ({
  spokenFor,
  participants,
  recordedByKind,
  recordedById,
  ...row
}: ContactRow): Contact => ({
  id: row.id,
  caseId: row.caseId,
  direction: row.direction,
  channel: row.channel,
  outcome: row.outcome,
  summary: row.summary,
  at: row.at,
  employeeId: row.employeeId,
  byOwner: spokenFor !== null,
  answered: row.answered,
  opening: row.opening,
  participants: [...participants],
  recordedBy: { kind: recordedByKind, id: recordedById },
  recordedAt: row.recordedAt,
})
