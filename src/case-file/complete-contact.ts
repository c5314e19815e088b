import { sql } from 'drizzle-orm'
import { statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { callbacks } from '../tables/callbacks.ts'
import { contacts, resolutions } from '../tables/cases.ts'
import { facesWith } from './add-contact.ts'
import { change, recordOnCase, save } from './change.ts'
import { lockCase } from './lock-case.ts'
import { isVoiceOf } from './rules.ts'

interface Unanswered {
  readonly direction: 'inbound' | 'outbound'
  readonly outcome: string
  readonly employeeId: string | null
  /** How the case, or a promise of it, ended rests on the contact as it is. */
  readonly proves: boolean
}

const contactById = statement<{ id: string; caseId: string }, Unanswered>(sql`
  select direction, outcome, employee_id as "employeeId",
    exists (select from ${resolutions} where contact_id = t.id) or exists (select from ${callbacks} where contact_id = t.id) as proves
  from ${contacts} t where t.id = ${sql.placeholder('id')} and t.case_id = ${sql.placeholder('caseId')}`)

const unanswered = new Set(['missed', 'no-answer', 'busy'])

/**
 * Of a call that nobody seemed to answer it turns out that somebody did, since its events came in another order: its
 * contact was one in which the customer was reached, by `spokenBy`; null: somebody whom we don't know. It counts once,
 * and what rests on the contact as it was stays as it is. The chase that it was remains one.
 */
export async function completeContact(
  work: Work,
  {
    id,
    caseId,
    spokenBy,
  }: { readonly id: string; readonly caseId: string; readonly spokenBy: string | null },
): Promise<void> {
  const kase = await lockCase(work, caseId)
  const found = await work.tx.row(contactById, { id, caseId })
  if (!found || !unanswered.has(found.outcome) || found.proves) return
  const employeeId = found.direction === 'outbound' ? found.employeeId : spokenBy
  const spokenFor = found.direction === 'inbound' && isVoiceOf(spokenBy, kase) ? kase.ownerId : undefined

  work.tx.update(contacts, { id }, { outcome: 'reached', employeeId, spokenFor })
  const told = recordOnCase(work, kase, 'contact.completed', {
    contactId: id,
    outcome: 'reached',
    employeeId,
  })
  const faces = [...facesWith(kase.faces, { employeeId, outcome: 'reached', participants: [] })]
  save(work, change(work, told, { faces }))
}
