import { sql } from 'drizzle-orm'
import { selecting } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { calls } from '../tables/calls.ts'
import { contacts } from '../tables/cases.ts'
import { events } from '../tables/events.ts'
import { releaseCallback } from './close-callback.ts'
import { type Draft, save } from './draft.ts'
import { endCase } from './end-case.ts'
import { assertOpen } from './rules.ts'

const historyOf = selecting({
  /** Of what opening a case is, and of a promise that nobody kept in time. */
  opening: sql<number>`(count(*) filter (where e.type in ('case.opened', 'contact.recorded', 'callback.made')))::integer`,
  others: sql<number>`(count(*) filter (where e.type not in ('case.opened', 'contact.recorded', 'callback.made',
    'callback.due', 'callback.overdue')))::integer`,
})<{ id: string }>(sql`from ${events} e where e.case_id = ${sql.placeholder('id')}`)

/** Whether nothing has happened to an open case but that it was opened, and that time went by. */
export async function isUntouched({ tx }: Work, kase: Draft): Promise<boolean> {
  if (kase.callbackId === null) return false
  const history = await tx.row(historyOf, { id: kase.id })
  return history?.opening === 3 && history.others === 0
}

/**
 * Ends a case that a missed call opened, when it turns out that the call was answered: whoever answered knows what was
 * asked. `by` is that employee, where they are known. It counts as no question, and as answered after all (law 17).
 */
export function endAnsweredAfterAll(work: Work, kase: Draft, by: string | null): void {
  assertOpen(kase)
  const resolutionId = newId()

  releaseCallback(work, kase, resolutionId, 'notAQuestion')
  endCase(
    work,
    kase,
    resolutionId,
    { outcome: 'notAQuestion', summary, by, because: 'answered-after-all' },
    undefined,
  )
  save(work, kase, { callbackId: null, resolutionId, resolvedAt: kase.resolvedAt })
}

const summary = 'The call was answered after all.'

const spokenContact = selecting({ one: sql<number>`1` })<{ id: string }>(sql`
  from ${contacts} t where t.case_id = ${sql.placeholder('id')} and t.employee_id is not null
    and not (t.opening and exists (select from ${calls} l where l.contact_id = t.id and l.answered)) limit 1`)

/**
 * Whether an employee had contact with the customer about a case; of a missed call that opened it and was answered after
 * all, that is not said.
 */
export const wasSpokenAbout = async ({ tx }: Work, caseId: string): Promise<boolean> =>
  (await tx.row(spokenContact, { id: caseId })) !== undefined
