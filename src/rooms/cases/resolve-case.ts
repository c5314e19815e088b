import { sql } from 'drizzle-orm'
import { addContact } from '../../case-file/add-contact.ts'
import { save } from '../../case-file/change.ts'
import type { ContactRow } from '../../case-file/contact-row.ts'
import { assertTold } from '../../case-file/evidence/evidence.ts'
import { readEvidence } from '../../case-file/evidence/find-evidence.ts'
import { isConversation, momentOf } from '../../case-file/evidence/moment-of.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import type { OpenCase } from '../../case-file/locked-case.ts'
import { assertTriedEnough, findTried, tryIn } from '../../case-file/promise/tried-enough.ts'
import { resolutionOf, resolve } from '../../case-file/resolve.ts'
import { assertOpen, assertOwner } from '../../case-file/rules.ts'
import { selecting, statement } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { attempts, callbacks } from '../../tables/callbacks.ts'
import { calls } from '../../tables/calls.ts'
import { cases, contacts } from '../../tables/cases.ts'
import type { Case } from './contract.ts'
import { IsAQuestion, NotADuplicate } from './problems.ts'
import type { Resolve } from './resolve-contract.ts'

/** Resolves a case. Law 8: the customer has been told, or one of the few exits without it applies. */
export async function resolveCase(work: Work, id: string, given: Resolve): Promise<Case> {
  const kase = await lockCase(work, id)
  assertOwner(work.actor, kase)
  assertExpected(work, kase.version)
  assertOpen(kase)
  const { contact, evidence } = await readEvidence(work, kase, given)
  const { callback } = kase.holds
  assertTold(given.outcome, evidence, callback, toWire(work.now))
  if (given.outcome === 'unreachable') await assertUnreachable(work, kase, contact)
  if (given.outcome === 'duplicate') await assertDuplicate(work, kase, given.duplicateOf)
  if (given.outcome === 'notAQuestion') await assertNoQuestion(work, kase)

  const told = contact ? addContact(work, kase, contact) : kase
  return save(work, resolve(work, told, resolutionOf(work, kase, given, evidence), evidence))
}

/** A contact that comes along may be the last try, or the message; or one in which the customer could be reached. */
async function assertUnreachable(work: Work, kase: OpenCase, contact: ContactRow | undefined): Promise<void> {
  const found = await findTried(work, kase.id)
  const { madeAt, nextTryAt } = kase.holds.callback
  const last = contact && contact.at >= madeAt ? tryIn(contact) : undefined
  const tries = last ? [...found.tries, last] : found.tries
  const since =
    contact && isConversation(momentOf(contact)) ? tries.filter(({ at }) => at > contact.at) : tries
  assertTriedEnough({ ...found, tries: since }, kase.team, nextTryAt)
}

const olderCase = statement<Viewer & { id: string; caseId: string }, { readonly one: number }>(sql`
  select 1 as one from ${cases} c join ${cases} mine on mine.id = ${sql.placeholder('caseId')} and mine.customer_id = c.customer_id
  where c.id = ${sql.placeholder('id')} and (c.opened_at, c.id) < (mine.opened_at, mine.id) and c.callback_id is not null
    and ${notAboutViewer}
  for key share of c`)

async function assertDuplicate(work: Work, kase: OpenCase, duplicateOf: string | undefined): Promise<void> {
  const older =
    duplicateOf === undefined
      ? undefined
      : await work.tx.row(olderCase, { id: duplicateOf, caseId: kase.id, ...viewerOf(work.actor) })
  if (!older) throw NotADuplicate.at('/duplicateOf', 'is no older open case of this customer')
}

const spokenContact = selecting({ one: sql<number>`1` })<{ id: string }>(sql`
  from (select) one where exists (select from ${contacts} t
    where t.case_id = ${sql.placeholder('id')} and t.employee_id is not null
      and not (t.opening and exists (select from ${calls} l where l.contact_id = t.id and l.answered)))
    or exists (select from ${callbacks} b join ${attempts} a on a.callback_id = b.id
      where b.case_id = ${sql.placeholder('id')})`)

/**
 * Whether an employee had contact with the customer about a case, or tried to; of a missed call that opened it and was
 * answered after all, that is not said.
 */
const wasSpokenAbout = async ({ tx }: Work, caseId: string): Promise<boolean> =>
  (await tx.row(spokenContact, { id: caseId })) !== undefined

async function assertNoQuestion(work: Work, kase: OpenCase): Promise<void> {
  if (kase.openedByKind !== 'system' || (await wasSpokenAbout(work, kase.id))) {
    throw IsAQuestion.because(
      'An employee opened this case, or has spoken about it with the customer, or tried to.',
    )
  }
}
