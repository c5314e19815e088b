import type { Draft } from '../../case-file/draft.ts'
import { referenceOf } from '../../case-file/reference.ts'
import { doerOf, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import type { Assignment } from '../assignment/choose-owner.ts'
import type { OpenCase } from './contract.ts'
import type { Asker, Intake } from './intake.ts'

/** The case as it begins: nothing has happened yet, and nothing is promised. */
export function newDraft(
  work: Work,
  given: OpenCase,
  found: Intake,
  customer: Asker,
  { owner, reason, considered }: Assignment,
): Draft {
  const { actor } = work
  const doer = doerOf(actor)
  return {
    id: newId(),
    reference: referenceOf(found.number),
    customerId: customer.id,
    customerName: customer.name,
    customerPhone: customer.phone,
    customerEmail: customer.email,
    customerPreferredChannel: customer.preferredChannel,
    customerAnonymous: customer.anonymous,
    ownerId: owner.id,
    ownerName: owner.name,
    ownerExtension: owner.extension,
    teamId: owner.teamId,
    teamTimeZone: owner.teamTimeZone,
    country: found.country,
    topicCode: found.topicCode,
    topicName: found.topicName,
    subject: given.subject ?? subjectOf(given.question),
    question: given.question,
    tags: given.tags ?? [],
    origin: given.origin ?? 'question',
    aboutEmployeeId: given.aboutEmployeeId ?? null,
    standIns: owner.standIns.filter(({ id }) => id !== given.aboutEmployeeId),
    standInId: null,
    channel: given.channel ?? given.contact?.channel ?? (actor.employee ? 'phone' : 'web'),
    openedByKind: doer.kind,
    openedById: doer.id,
    assignmentReason: reason,
    assignmentConsidered: considered,
    chases: 0,
    faces: [],
    openedAt: toWire(work.now),
    ...nothingYet,
  }
}

const nothingYet = {
  version: 0,
  resolvedAt: null,
  callbackId: null,
  callbackChannel: 'phone',
  callbackAddress: null,
  callbackFrom: '',
  callbackUntil: '',
  callbackMadeAt: '',
  callbackAttempts: 0,
  callbackNextTryAt: null,
  callbackVersion: 0,
  callbackComputed: false,
  callbackYielded: null,
  attemptsNeeded: 0,
  attemptDaysNeeded: 0,
  attemptPause: '',
  sight: 'all',
  openConsultations: [],
  outcome: null,
  resolutionSummary: '',
  resolutionContactId: null,
  resolutionMoment: null,
  duplicateOf: null,
  resolvedById: '',
} as const

/** The row of a case that is opened, but for its promise or its resolution. */
export function rowOf(kase: Draft, { topicId }: Intake) {
  return {
    id: kase.id,
    reference: kase.reference,
    customerId: kase.customerId,
    ownerId: kase.ownerId,
    teamId: kase.teamId,
    topicId,
    subject: kase.subject,
    question: kase.question,
    tags: [...kase.tags],
    origin: kase.origin,
    channel: kase.channel,
    openedByKind: kase.openedByKind,
    openedById: kase.openedById,
    assignmentReason: kase.assignmentReason,
    assignmentConsidered: [...kase.assignmentConsidered],
    faces: [...kase.faces],
    aboutEmployeeId: kase.aboutEmployeeId,
    openedAt: kase.openedAt,
    version: kase.version,
  }
}

const longest = 80

/** The first words of a question, where nobody wrote a subject. */
function subjectOf(question: string): string {
  const [firstLine = ''] = question.split('\n', 1)
  if (firstLine.length <= longest) return firstLine
  const cut = firstLine.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).toWellFormed()}…`
}
