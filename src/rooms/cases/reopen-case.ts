import { sql } from 'drizzle-orm'
import { addContact, readContact } from '../../case-file/add-contact.ts'
import { change, recordOnCase, save } from '../../case-file/change.ts'
import { lockCaseOfCaller } from '../../case-file/lock-case.ts'
import type { OpenCase, ResolvedCase } from '../../case-file/locked-case.ts'
import { reopen } from '../../case-file/make-promise.ts'
import { planPromise, preferredChannel } from '../../case-file/promise/plan-promise.ts'
import { factsOfOwner } from '../../case-file/promise/promise-facts.ts'
import { assertResolved } from '../../case-file/rules.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { visibilityFrom } from '../../facts/visibility.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { activeMember } from '../assignment/choose-owner.ts'
import { insertNote } from '../contacts/add-note.ts'
import { succeedDeparted } from '../successions/succeed-departed.ts'
import type { Reopen } from './resolve-contract.ts'
import { caseSummaryOf, type ReopenedCase } from './summary-contract.ts'

const lastWay = selecting(pick(callbacks, 'b', 'channel', 'address'))<{ id: string }>(
  sql`from ${callbacks} b where b.case_id = ${sql.placeholder('id')} and (b.address is not null or b.channel = 'pickup')
    order by b.id desc limit 1`,
)

/**
 * Opens a case again: back to its own owner, with a new callback (law 9); of an owner who has left it passes to another.
 * Any employee may, whom the customer asked; from outside the case they are shown no more of it than its owner and its
 * promise. Throws `case-is-open`, and `owns-open-cases` for an owner who is in no team any more.
 */
export async function reopenCase(work: Work, id: string, given: Reopen): Promise<ReopenedCase> {
  const resolved = await lockCaseOfCaller(work, id)
  assertExpected(work, resolved.version)
  assertResolved(resolved)
  const reopened = await reopenLocked(work, resolved, given)
  const shown = save(work, reopened)
  return reopened.visibility === 'all' ? shown : caseSummaryOf(shown)
}

/** The same of a case that is locked and resolved; whoever calls saves it. */
export async function reopenLocked(
  work: Work,
  resolved: ResolvedCase,
  { reason, contact, callback }: Reopen,
): Promise<OpenCase> {
  const kase = await withItsOwner(work, resolved)
  const facts = await factsOfOwner(work, kase, callback?.from !== undefined)
  const opening = contact?.direction === 'inbound'
  const asked = contact && (await readContact(work, kase, contact, { pointer: '/contact', opening }))
  // Who left no number or address but for this question is reached as before.
  const way =
    preferredChannel(kase.customer) === 'pickup' ? await work.tx.row(lastWay, { id: kase.id }) : undefined
  const promise = planPromise(kase, callback ?? {}, '/callback', facts, work.now, way)

  const noteId = reason === undefined ? null : insertNote(work, kase.id, reason).id
  const { ownerId, teamId } = kase
  const told = recordOnCase(work, kase, 'case.reopened', { ownerId, teamId, noteId })
  return reopen(work, asked ? addContact(work, told, asked) : told, promise)
}

/** A resolved case stays where it was when its owner moves to another team; open, it is with its owner (law 1). */
async function withItsOwner(work: Work, kase: ResolvedCase): Promise<ResolvedCase> {
  const member = await activeMember(work, kase.ownerId)
  const { kase: owned, owner } = member ? { kase, owner: member } : await succeedDeparted(work, kase)
  const team = { ...owned.team, timeZone: owner.teamTimeZone }
  const visibility = visibilityFrom(work.actor, owner.teamId)
  return change(work, owned, { teamId: owner.teamId }, { team, visibility })
}
