import { sql } from 'drizzle-orm'
import { keepCallback, releaseCallback } from '../../case-file/close-callback.ts'
import { type Draft, lockCase, save } from '../../case-file/draft.ts'
import { endCase } from '../../case-file/end-case.ts'
import { witnessOf } from '../../case-file/record-contact.ts'
import { assertOpen, assertOwner, assertTold, keeps } from '../../case-file/rules.ts'
import { assertTriedEnough } from '../../case-file/tried-enough.ts'
import { selecting, statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../../facts/visibility.ts'
import { newId } from '../../lib/id.ts'
import { calls } from '../../tables/calls.ts'
import { cases, contacts } from '../../tables/cases.ts'
import type { Case } from './contract.ts'
import { IsAQuestion, NotADuplicate } from './problems.ts'
import type { Resolve } from './resolve-contract.ts'

/** Resolves a case. Law 8: the customer has been told, or one of the few exits without it applies. */
export async function resolveCase(work: Work, id: string, given: Resolve): Promise<Case> {
  const kase = await lockCase(work, id)
  assertExpected(work, kase.version)
  assertOwner(work.actor, kase)
  assertOpen(kase)
  const witness = await witnessOf(work, kase, given)
  // A contact that comes with this request is younger than the promise, whatever the clock's resolution says.
  assertTold(given.outcome, witness, given.contact ? '' : kase.callbackMadeAt)
  if (given.outcome === 'unreachable') await assertTriedEnough(work, kase)
  if (given.outcome === 'duplicate') await assertDuplicate(work, kase, given.duplicateOf)
  if (given.outcome === 'notAQuestion') await assertNoQuestion(work, kase)

  const resolutionId = newId()
  const told = given.outcome === 'answered' || given.outcome === 'fixed'
  if (told && witness && keeps(witness.moment)) keepCallback(work, kase, witness)
  else releaseCallback(work, kase, resolutionId, given.outcome)
  endCase(work, kase, resolutionId, given, witness)
  return save(work, kase, { callbackId: null, resolutionId, resolvedAt: kase.resolvedAt })
}

const olderCase = statement<Viewer & { id: string; caseId: string }, { readonly one: number }>(sql`
  select 1 as one from ${cases} c join ${cases} mine on mine.id = ${sql.placeholder('caseId')} and mine.customer_id = c.customer_id
  where c.id = ${sql.placeholder('id')} and (c.opened_at, c.id) < (mine.opened_at, mine.id) and c.callback_id is not null
    and ${notAboutViewer}
  for key share of c`)

async function assertDuplicate(work: Work, kase: Draft, duplicateOf: string | undefined): Promise<void> {
  const older =
    duplicateOf === undefined
      ? undefined
      : await work.tx.row(olderCase, { id: duplicateOf, caseId: kase.id, ...viewerOf(work.actor) })
  if (!older) throw NotADuplicate.at('/duplicateOf', 'is no older open case of this customer')
}

const spokenContact = selecting({ one: sql<number>`1` })<{ id: string }>(sql`
  from ${contacts} t where t.case_id = ${sql.placeholder('id')} and t.employee_id is not null
    and not (t.opening and exists (select from ${calls} l where l.contact_id = t.id and l.answered)) limit 1`)

/**
 * Whether an employee had contact with the customer about a case; of a missed call that opened it and was answered after
 * all, that is not said.
 */
const wasSpokenAbout = async ({ tx }: Work, caseId: string): Promise<boolean> =>
  (await tx.row(spokenContact, { id: caseId })) !== undefined

async function assertNoQuestion(work: Work, kase: Draft): Promise<void> {
  if (kase.openedByKind !== 'system' || (await wasSpokenAbout(work, kase.id))) {
    throw IsAQuestion.because('An employee opened this case, or has spoken about it with the customer.')
  }
}
