import { addContact, readContact } from '../../case-file/add-contact.ts'
import { save } from '../../case-file/change.ts'
import type { ContactRow } from '../../case-file/contact-row.ts'
import { assertKeeps, type Evidence } from '../../case-file/evidence/evidence.ts'
import { evidenceBrought, findEvidence } from '../../case-file/evidence/find-evidence.ts'
import { lockCaseOfCallback } from '../../case-file/lock-case.ts'
import type { OpenCase } from '../../case-file/locked-case.ts'
import { factsOfCallback } from '../../case-file/promise/promise-facts.ts'
import {
  type AttemptRow,
  attemptOf,
  insertAttempt,
  type TryFacts,
  tryAgain,
} from '../../case-file/promise/try-again.ts'
import { assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { happenedAt } from '../../lib/moments.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { addFact } from '../customers/record-fact.ts'
import type { Attempt, NewAttempt } from './contract.ts'
import { follow, planNext } from './follow.ts'
import { assertCallbackOpen, followUpOf } from './rules.ts'

/**
 * Records a try at keeping a callback. One in which the customer was reached keeps it (law 6) and says what follows,
 * so that the case has a promise or a resolution at every commit (law 4). Any other leaves the callback open and
 * plans the next try. Throws `only-the-owner`, `callback-is-closed`.
 */
export async function attemptCallback(work: Work, callbackId: string, given: NewAttempt): Promise<Attempt> {
  const [kase, facts] = await Promise.all([
    lockCaseOfCallback(work, callbackId),
    factsOfCallback(work, callbackId, windowOf(given)?.from !== undefined),
  ])
  assertOwner(work.actor, kase)
  assertCallbackOpen(kase, callbackId)
  if (!facts) throw new Error('a callback has an owner, a team and a customer')
  assertExpected(work, kase.holds.callback.version)
  const then = followUpOf(given, kase.holds.callback.channel)
  const known = await contactOnRecord(work, kase, given.contactId)
  const at = given.at === undefined && known ? known.at : happenedAt(given.at, work.now, '/at')
  if (at < kase.holds.callback.madeAt) throw Unprocessable.at('/at', 'was before the promise was made')
  const contact = then && !known ? await readContactOf(work, kase, given, at) : undefined
  const evidence = contact ? await evidenceBrought(work, contact) : known
  if (contact && evidence) assertKeeps(evidence, kase.holds.callback)
  const row = attemptOf(work, kase, {
    outcome: given.outcome,
    at,
    summary: given.summary ?? null,
    contactId: evidence?.id ?? null,
    employeeId: work.actor.employee?.id ?? kase.ownerId,
  })
  const next = then && evidence ? planNext(work, kase, given, then, evidence, facts) : undefined

  const met = contact ? addContact(work, kase, contact) : kase
  const tried = insertAttempt(work, met, row)
  noteWrongNumber(work, tried, row, facts)
  const after = next && evidence ? follow(work, tried, next, evidence) : tryAgain(work, tried, row, facts)
  const { day: _, ...shown } = row
  const both = { actedBy: row.employeeId, ownerId: kase.ownerId }
  return { ...shown, ...both, case: save(work, after) }
}

const windowOf = ({ then }: NewAttempt) => then?.callback

/** The contact that keeps the callback and is on record already, by a telephone system for instance. */
async function contactOnRecord(
  work: Work,
  kase: OpenCase,
  contactId: string | undefined,
): Promise<Evidence | undefined> {
  if (contactId === undefined) return undefined
  const found = await findEvidence(work, kase, contactId)
  // Whether it keeps the callback comes before when it was.
  assertKeeps(found, kase.holds.callback)
  return found
}

/**
 * The contact in which this attempt reached the customer. A pickup is one in which they came by, and who speaks with us by
 * the web does so in a chat.
 */
function readContactOf(work: Work, kase: OpenCase, given: NewAttempt, at: string): Promise<ContactRow> {
  const { channel: promised } = kase.holds.callback
  const channel = promised === 'pickup' ? 'visit' : promised === 'web' ? 'chat' : (promised as 'phone')
  const { outcome, summary, participants } = given
  return readContact(
    work,
    kase,
    { direction: 'outbound', channel, outcome, at, summary, participants },
    { pointer: '' },
  )
}

/** Once is enough to know that the number is wrong. */
function noteWrongNumber(
  work: Work,
  kase: OpenCase,
  { outcome, day }: AttemptRow,
  { tried }: TryFacts,
): void {
  if (outcome === 'wrong-number' && !tried.some((each) => each.outcome === 'wrong-number'))
    addFact(work, kase.customerId, { text: wrongNumber(kase.holds.callback.address, day) })
}

const wrongNumber = (address: string | null, day: string): string =>
  `Wrong number on ${day}: ${address ?? 'the one that was tried'}. Ask for another.`
