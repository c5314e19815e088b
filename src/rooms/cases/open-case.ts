import { facesWith, readContact } from '../../case-file/add-contact.ts'
import { toCase } from '../../case-file/case-answer.ts'
import type { Resolution } from '../../case-file/case-columns.ts'
import type { ContactRow } from '../../case-file/contact-row.ts'
import { assertTold, evidenceIn } from '../../case-file/evidence/evidence.ts'
import type { CaseFile } from '../../case-file/locked-case.ts'
import { type NewHolding, open } from '../../case-file/open.ts'
import { planPromise } from '../../case-file/promise/plan-promise.ts'
import { factsOfOwner, type PromiseFacts } from '../../case-file/promise/promise-facts.ts'
import { resolutionOf } from '../../case-file/resolve.ts'
import type { Actor, Work } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable, ValidationFailed } from '../../lib/problems.ts'
import type { Candidate } from '../assignment/candidate.ts'
import { type Assignment, chooseOwner } from '../assignment/choose-owner.ts'
import type { Customer } from '../customers/contract.ts'
import { findCustomer } from '../customers/find-customer.ts'
import { OrganisationNotReady } from '../customers/problems.ts'
import type { CaseToOpen, OpenedCase } from './contract.ts'
import { type Asker, intake, mayAskNow, relatedOf } from './intake.ts'
import { newCase, reachedAs, usualChannel } from './new-case.ts'
import { whoTakes } from './who-takes.ts'

/**
 * Opens a case: with an owner (laws 1 and 3) and with a promise (law 4), or resolved in the same contact. By a call that
 * nobody answered, `missedId` is the contact that tells of it. Throws
 * `organisation-not-ready` before the first team has its first member, and `unprocessable` for what does not exist.
 */
export async function openCase(work: Work, given: CaseToOpen, missedId?: string): Promise<OpenedCase> {
  const namedId = whoTakes(work.actor, given)
  const meant = given.customer && (await findCustomer(work, given.customer, '/customer'))
  const made = meant?.foundBy === null ? meant.made : undefined
  const known = meant?.foundBy ? meant : undefined
  const asked = {
    customerId: given.customerId ?? known?.id ?? null,
    topic: given.topic ?? null,
    namedId,
    now: toWire(work.now),
    ...viewerOf(work.actor),
    ...(!work.actor.reads.cases && { viewerSeesAll: false }),
  }
  const { customerId, topic } = asked
  const choose = (teamId: string | null) =>
    chooseOwner(work, { customerId, teamId, topic, not: given.aboutEmployeeId ?? null })
  // Before everything else, so that the choice is locked when the rest is read.
  const chosen = namedId === null && customerId !== null ? choose(null) : undefined
  const [found, mayAsk, early, assigned] = await Promise.all([
    work.tx.row(intake, asked),
    given.resolution && customerId !== null && mayAskNow(work, customerId),
    namedId === null
      ? undefined
      : factsOfPromise(work, given, { ownerId: namedId, teamId: null, customerId }),
    chosen,
  ])
  const customer: Asker | undefined = made ?? found?.customer ?? undefined
  if (!found || !customer) throw Unprocessable.at('/customerId', 'is no customer')
  if (topic !== null && found.topicId === null) throw Unprocessable.at('/topic', 'is no topic')
  // Who takes it may have left their team since they called; intake does not fail by that (law 3).
  const hasLeft = work.actor.employee !== null && namedId !== null && !found.named
  const assignment =
    namedId === null || hasLeft
      ? (assigned ?? (await choose(made?.teamId ?? null)))
      : takenBy(work.actor, given, found.named)
  if (!assignment)
    throw OrganisationNotReady.because(
      given.aboutEmployeeId === undefined
        ? 'No team has an active member yet, so nobody could own a question.'
        : 'No team has an active member besides the employee whom this is about, and nobody owns a complaint about themselves: a second one is needed.',
    )
  const kase = newCase(work, given, found, reachedAs(customer, known?.said), assignment)
  // Of somebody who was merged away in the meantime, the hours of who stands for them count.
  const isMerged = customerId !== null && kase.customerId !== customerId
  const facts = (isMerged || hasLeft ? undefined : early) ?? (await factsOfPromise(work, given, kase))
  const heard = {
    channel: given.channel ?? usualChannel(work, given),
    ...given.contact,
    direction: 'inbound',
    outcome: missedId === undefined ? 'reached' : 'missed',
  } as const
  const contact = await readContact(work, kase, heard, {
    pointer: '/contact',
    opening: true,
    ...(missedId !== undefined && { id: missedId }),
    spokenBy: spokenBy(work, given, assignment),
  })
  const promise = facts && { ...facts, ...hoursOf(made) }
  const holds: NewHolding = given.resolution
    ? {
        kind: 'resolution',
        resolution: answerAtOnce(work, kase, given.resolution, given.contact?.summary, contact),
      }
    : { kind: 'promise', callback: planPromise(kase, given.callback ?? {}, '/callback', promise, work.now) }

  const opened = open(
    work,
    { ...kase, faces: [...facesWith([], contact)], holds },
    contact,
    found.topicId,
    made ? !made.anonymous : mayAsk === true,
  )
  return {
    ...toCase(opened, toWire(work.now)),
    related: relatedOf(found),
    ...(meant && { customerFoundBy: meant.foundBy }),
  }
}

/** What the promise is made by; who is resolved at once needs none. Read as early as the owner is known. */
function factsOfPromise(
  work: Work,
  { callback, resolution, aboutEmployeeId }: CaseToOpen,
  { ownerId, teamId, customerId }: Omit<Parameters<typeof factsOfOwner>[1], 'aboutEmployeeId'>,
): Promise<PromiseFacts | undefined> | undefined {
  if (resolution) return undefined
  const promised = { ownerId, teamId, customerId, aboutEmployeeId: aboutEmployeeId ?? null }
  return factsOfOwner(work, promised, callback?.from !== undefined)
}

/** When a customer wants to be called who is made in this very work, so that no statement sees them yet. */
const hoursOf = (made: Customer | undefined): Pick<PromiseFacts, 'customer'> | undefined =>
  made && { customer: { preferredWindows: made.preferredWindows, timeZone: made.timeZone } }

/** First-contact resolution: the customer has the answer from the owner, in the contact that opened the case. */
function answerAtOnce(
  work: Work,
  kase: Pick<CaseFile, 'ownerId'>,
  { outcome, ...given }: NonNullable<CaseToOpen['resolution']>,
  said: string | undefined,
  contact: ContactRow,
): Resolution {
  const summary = given.summary ?? said
  if (summary === undefined)
    throw ValidationFailed.at('/resolution/summary', 'is needed: what did the customer hear?')
  const evidence = evidenceIn(contact)
  assertTold(outcome, evidence, undefined, toWire(work.now))
  return resolutionOf(work, kase, { outcome, summary }, evidence)
}

function takenBy(actor: Actor, { aboutEmployeeId }: CaseToOpen, owner: Candidate | null): Assignment {
  if (!owner) throw Unprocessable.at('/ownerId', 'is no active member of a team')
  if (owner.id === aboutEmployeeId) throw Unprocessable.at('/aboutEmployeeId', 'cannot be the owner')
  return { owner, reason: actor.employee ? 'taken' : 'named', considered: [] }
}

/** Who spoke with the customer: whoever takes it, or whom the telephone system names. A form was read by nobody yet. */
const spokenBy = (work: Work, given: CaseToOpen, { owner }: Assignment): string | null =>
  work.actor.employee?.id ?? (given.ownerId === undefined ? null : owner.id)
