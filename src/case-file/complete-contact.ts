import { sql } from 'drizzle-orm'
import { selecting, statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { callbacks } from '../tables/callbacks.ts'
import { contacts, resolutions } from '../tables/cases.ts'
import { events } from '../tables/events.ts'
import { facesWith } from './add-contact.ts'
import { change, recordOnCase, save } from './change.ts'
import { momentOf, type Proving } from './evidence/moment-of.ts'
import { lockCase } from './lock-case.ts'
import type { LockedCase, OpenCase, ResolvedCase } from './locked-case.ts'
import { takeBackTry } from './promise/take-back-try.ts'
import { resolutionOf, resolve } from './resolve.ts'
import { isOpen, isVoiceOf } from './rules.ts'

interface Unanswered extends Proving {
  /** How the case, or a promise of it, ended rests on the contact as it is. */
  readonly proves: boolean
  /** It counts as a chase. */
  readonly isChase: boolean
}

const contactById = statement<{ id: string; caseId: string }, Unanswered>(sql`
  select direction, channel, outcome, employee_id as "employeeId", spoken_for as "spokenFor", answered, opening,
    exists (select from ${resolutions} where contact_id = t.id) or exists (select from ${callbacks} where contact_id = t.id) as proves,
    exists (select from ${events} e where e.about_id = t.id and e.case_id = t.case_id and e.type = 'case.chased') as "isChase"
  from ${contacts} t where t.id = ${sql.placeholder('id')} and t.case_id = ${sql.placeholder('caseId')}`)

const unanswered = new Set(['missed', 'no-answer', 'busy'])

/**
 * Of a call that nobody seemed to answer it turns out that somebody did, since its events came in another order: its
 * contact was one in which the customer was reached, by `spokenBy`; null: somebody whom we don't know. It counts once,
 * and what rests on the contact as it was stays as it is. The chase that it was remains one, unless it was the owner who
 * answered; and a call of the owner's that was a try is none. A case that the call opened ends by itself, when nothing else
 * has happened.
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
  const employeeId = found.direction === 'outbound' ? found.employeeId : knownSpeaker(kase, spokenBy)
  const spokenFor =
    found.direction === 'inbound' && isVoiceOf(employeeId, kase) ? kase.ownerId : found.spokenFor
  const isAllThereIs = found.opening && (await isUntouched(work, kase))

  const untried =
    found.direction === 'outbound' && isOpen(kase) ? await takeBackTry(work, kase, id) : undefined
  work.tx.update(contacts, { id }, { outcome: 'reached', employeeId, spokenFor })
  const met = { ...found, employeeId, spokenFor, outcome: 'reached', participants: [] }
  const noChase = found.isChase && momentOf(met) === 'customer-called-owner'
  const told = recordOnCase(work, untried ?? kase, 'contact.completed', {
    contactId: id,
    outcome: 'reached',
    employeeId,
    ...(noChase && { noChase }),
    ...(untried && { noTry: true }),
  })
  const faces = [...facesWith(kase.faces, met)]
  const completed = change(work, told, { faces, chases: kase.chases - (noChase ? 1 : 0) })
  save(work, isAllThereIs && isOpen(completed) ? endAnsweredAfterAll(work, completed, employeeId) : completed)
}

/** Whoever a complaint is about does not appear in it, also where a call that they answered is one of its contacts. */
const knownSpeaker = ({ aboutEmployeeId, ownerId }: LockedCase, spokenBy: string | null): string | null =>
  spokenBy !== null && spokenBy === aboutEmployeeId && spokenBy !== ownerId ? null : spokenBy

const historyOf = selecting({
  /** Of what opening a case is, and of a promise that nobody kept in time. */
  opening: sql<number>`(count(*) filter (where e.type in ('case.opened', 'contact.recorded', 'callback.made')))::integer`,
  others: sql<number>`(count(*) filter (where e.type not in ('case.opened', 'contact.recorded', 'callback.made',
    'callback.due', 'callback.overdue')))::integer`,
})<{ id: string }>(sql`from ${events} e where e.case_id = ${sql.placeholder('id')}`)

/** Whether nothing has happened to an open case but that it was opened, and that time went by. */
async function isUntouched({ tx }: Work, kase: LockedCase): Promise<boolean> {
  if (!isOpen(kase)) return false
  const history = await tx.row(historyOf, { id: kase.id })
  return history?.opening === 3 && history.others === 0
}

/**
 * Ends a case that a missed call opened, when it turns out that the call was answered: whoever answered knows what was
 * asked. `by` is that employee, where they are known. It counts as no question, and as answered after all (law 17).
 */
function endAnsweredAfterAll(work: Work, kase: OpenCase, by: string | null): ResolvedCase {
  const resolution = resolutionOf(work, kase, { outcome: 'notAQuestion', summary, by }, undefined)
  return resolve(work, kase, resolution, undefined, 'answered-after-all')
}

const summary = 'The call was answered after all.'
