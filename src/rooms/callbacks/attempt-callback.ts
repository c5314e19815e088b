import { addContact, readContact } from '../../case-file/add-contact.ts'
import { changeCallback, recordOnCase, save } from '../../case-file/change.ts'
import type { ContactRow } from '../../case-file/contact-row.ts'
import { assertKeeps, type Evidence, evidenceIn } from '../../case-file/evidence.ts'
import { findEvidence } from '../../case-file/find-evidence.ts'
import { lockCaseOfCallback } from '../../case-file/lock-case.ts'
import type { OpenCase } from '../../case-file/locked-case.ts'
import { planNextTry } from '../../case-file/promise/plan-next-try.ts'
import {
  factsOfCallback,
  type PromiseFacts,
  type TriedBefore,
} from '../../case-file/promise/promise-facts.ts'
import { assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { happenedAt } from '../../lib/moments.ts'
import { attempts } from '../../tables/callbacks.ts'
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
  const contact = then && !known ? await readContactOf(work, kase, given, at) : undefined
  const evidence = contact ? evidenceIn(contact) : known
  const row = {
    id: newId(),
    callbackId,
    caseId: kase.id,
    promisedAt: kase.holds.callback.madeAt,
    outcome: given.outcome,
    at,
    day: Temporal.Instant.from(at).toZonedDateTimeISO(kase.team.timeZone).toPlainDate().toString(),
    summary: given.summary ?? null,
    contactId: evidence?.id ?? null,
    employeeId: work.actor.employee?.id ?? kase.ownerId,
    recordedAt: toWire(work.now),
  }
  const next = then && evidence ? planNext(work, kase, given, then, evidence, facts) : undefined

  const met = contact ? addContact(work, kase, contact) : kase
  work.tx.insert(attempts, row)
  const tried = changeCallback(work, met, { attempts: met.holds.callback.attempts + 1 })
  const after = next && evidence ? follow(work, tried, next, evidence) : tryAgain(work, tried, row, facts)
  const { id, outcome, summary, contactId, employeeId } = row
  return { id, callbackId, outcome, at, summary, contactId, employeeId, case: save(work, after) }
}

const windowOf = ({ then }: NewAttempt) => (then && 'callback' in then ? then.callback : undefined)

/** The contact that keeps the callback and is on record already, by a telephone system for instance. */
async function contactOnRecord(
  work: Work,
  kase: OpenCase,
  contactId: string | undefined,
): Promise<Evidence | undefined> {
  if (contactId === undefined) return undefined
  const found = await findEvidence(work, kase, contactId)
  assertKeeps(found, kase.holds.callback)
  return found
}

/** The contact in which this attempt reached the customer; a pickup is one in which they came by. */
function readContactOf(work: Work, kase: OpenCase, given: NewAttempt, at: string): Promise<ContactRow> {
  const { channel: promised } = kase.holds.callback
  const channel = promised === 'pickup' ? 'visit' : (promised as 'phone')
  const { summary, participants } = given
  return readContact(
    work,
    kase,
    { direction: 'outbound', channel, at, summary, participants },
    { pointer: '' },
  )
}

/** The callback stays open; the next try comes after the pause that the team has agreed on, in working time. */
function tryAgain(
  work: Work,
  kase: OpenCase,
  { id: attemptId, outcome, at, day }: Tried,
  facts: PromiseFacts & { readonly tried: TriedBefore },
): OpenCase {
  const { tried } = facts
  const { callback } = kase.holds
  const counted =
    outcome === 'message-sent'
      ? tried
      : { ...tried, attempts: tried.attempts + 1, days: [...new Set([...tried.days, day])] }
  const nextTryAt = planNextTry(facts, kase.team, counted, at, work.now)
  const planned = changeCallback(work, kase, { nextTryAt, version: callback.version + 1 })
  // Once is enough to know.
  if (outcome === 'wrong-number' && !tried.wrongNumber)
    addFact(work, kase.customerId, { text: wrongNumber(callback.address, day) })
  return recordOnCase(work, planned, 'callback.attempted', {
    callbackId: callback.id,
    attemptId,
    outcome,
    attempts: callback.attempts,
    nextTryAt,
  })
}

interface Tried {
  readonly id: string
  readonly outcome: NewAttempt['outcome']
  readonly at: string
  readonly day: string
}

const wrongNumber = (address: string | null, day: string): string =>
  `Wrong number on ${day}: ${address ?? 'the one that was tried'}. Ask for another.`
