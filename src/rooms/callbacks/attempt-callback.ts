import { keepCallback, type OpenDraft } from '../../case-file/close-callback.ts'
import { contactOnRecord } from '../../case-file/contact-on-record.ts'
import { lockCaseOfCallback, recordOnCase, save } from '../../case-file/draft.ts'
import { endCase } from '../../case-file/end-case.ts'
import { planNextTry } from '../../case-file/plan-next-try.ts'
import { promiseCallback } from '../../case-file/promise-callback.ts'
import { factsOfCallback, type PromiseFacts, type TriedBefore } from '../../case-file/promise-facts.ts'
import { addContact } from '../../case-file/record-contact.ts'
import { assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { happenedAt } from '../../lib/moments.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { attempts, callbacks } from '../../tables/callbacks.ts'
import { addFact } from '../customers/record-fact.ts'
import type { Attempt, NewAttempt } from './contract.ts'
import { assertCallbackOpen } from './rules.ts'

const written = new Set(['email', 'chat', 'letter'])

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
  assertExpected(work, kase.callbackVersion)
  const reached =
    given.outcome === 'reached' || (given.outcome === 'message-sent' && written.has(kase.callbackChannel))
  if (reached && !given.then)
    throw ValidationFailed.at('/then', 'is needed: { "resolve": … } or { "callback": … }')
  if (!reached && given.then)
    throw ValidationFailed.at('/then', 'only goes with an attempt in which the customer was reached')
  if (!reached && given.participants)
    throw ValidationFailed.at('/participants', 'only go with an attempt in which the customer was reached')
  if (!reached && given.contactId !== undefined)
    throw ValidationFailed.at('/contactId', 'only goes with an attempt in which the customer was reached')
  if (given.contactId !== undefined && given.participants)
    throw ValidationFailed.at('/participants', 'have no place beside a contact that is on record')

  const attempt = await addAttempt(work, kase, given, reached)
  const saved =
    given.then && attempt.contact
      ? follow(work, kase, given, given.then, attempt.contact, facts)
      : tryAgain(work, kase, attempt.row, facts)
  const { id, outcome, at, summary, contactId, employeeId } = attempt.row
  return { id, callbackId, outcome, at, summary, contactId, employeeId, case: saved }
}

const windowOf = ({ then }: NewAttempt) => (then && 'callback' in then ? then.callback : undefined)

async function addAttempt(work: Work, kase: OpenDraft, given: NewAttempt, reached: boolean) {
  const known = given.contactId === undefined ? undefined : await contactOnRecord(work, kase, given.contactId)
  const at = given.at === undefined && known ? known.at : happenedAt(given.at, work.now, '/at')
  const channel = kase.callbackChannel === 'pickup' ? 'visit' : (kase.callbackChannel as 'phone')
  const { summary, participants } = given
  const said = { direction: 'outbound', channel, at, summary, participants } as const
  const contact = reached
    ? (known ?? (await addContact(work, kase, said, { pointer: '' })).witness)
    : undefined
  const row = {
    id: newId(),
    callbackId: kase.callbackId,
    caseId: kase.id,
    promisedAt: kase.callbackMadeAt,
    outcome: given.outcome,
    at,
    day: Temporal.Instant.from(at).toZonedDateTimeISO(kase.teamTimeZone).toPlainDate().toString(),
    summary: summary ?? null,
    contactId: contact?.id ?? null,
    employeeId: work.actor.employee?.id ?? kase.ownerId,
    recordedAt: toWire(work.now),
  }
  work.tx.insert(attempts, row)
  kase.callbackAttempts += 1
  work.tx.update(callbacks, { id: kase.callbackId }, { attempts: kase.callbackAttempts })
  return { row, contact }
}

/** The callback is kept: the case is resolved, or another callback takes its place. */
function follow(
  work: Work,
  kase: OpenDraft,
  given: NewAttempt,
  then: NonNullable<NewAttempt['then']>,
  contact: Parameters<typeof keepCallback>[2] & Parameters<typeof endCase>[4],
  facts: PromiseFacts,
) {
  keepCallback(work, kase, contact)
  if ('callback' in then)
    return save(work, kase, {
      callbackId: promiseCallback(work, kase, then.callback, '/then/callback', facts),
    })

  const summary = then.resolve.summary ?? given.summary
  if (summary === undefined)
    throw ValidationFailed.at('/then/resolve/summary', 'is needed: what did the customer hear?')
  const resolutionId = newId()
  endCase(work, kase, resolutionId, { outcome: then.resolve.outcome, summary }, contact)
  return save(work, kase, { callbackId: null, resolutionId, resolvedAt: kase.resolvedAt })
}

/** The callback stays open; the next try comes after the pause that the team has agreed on, in working time. */
function tryAgain(
  work: Work,
  kase: OpenDraft,
  { id: attemptId, outcome, at, day }: Tried,
  facts: PromiseFacts & { readonly tried: TriedBefore },
) {
  const { tried } = facts
  const counted =
    outcome === 'message-sent'
      ? tried
      : { ...tried, attempts: tried.attempts + 1, days: [...new Set([...tried.days, day])] }
  kase.callbackNextTryAt = planNextTry(facts, kase, counted, at, work.now)
  kase.callbackVersion += 1
  work.tx.update(
    callbacks,
    { id: kase.callbackId },
    { nextTryAt: kase.callbackNextTryAt, version: kase.callbackVersion },
  )
  recordOnCase(work, kase, 'callback.attempted', {
    callbackId: kase.callbackId,
    attemptId,
    outcome,
    attempts: kase.callbackAttempts,
    nextTryAt: kase.callbackNextTryAt,
  })
  // Once is enough to know.
  if (outcome === 'wrong-number' && !tried.wrongNumber)
    addFact(work, kase.customerId, { text: wrongNumber(kase.callbackAddress, day) })
  return save(work, kase)
}

interface Tried {
  readonly id: string
  readonly outcome: NewAttempt['outcome']
  readonly at: string
  readonly day: string
}

const wrongNumber = (address: string | null, day: string): string =>
  `Wrong number on ${day}: ${address ?? 'the one that was tried'}. Ask for another.`
