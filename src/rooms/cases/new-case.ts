import type { ReachableCustomer } from '../../case-file/case-columns.ts'
import type { CaseFile } from '../../case-file/locked-case.ts'
import { referenceOf } from '../../case-file/reference.ts'
import { recordedAs, type Work } from '../../db/work.ts'
import { idOf } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import type { Assignment } from '../assignment/choose-owner.ts'
import type { Fields } from '../customers/read-fields.ts'
import type { CaseToOpen } from './contract.ts'
import type { Asker, Intake } from './intake.ts'

/** A case as it begins, but for the contact in which it is asked and what it will hold. */
type NewCase = Omit<CaseFile, 'holds' | 'faces' | 'customer'> & {
  readonly customer: ReachableCustomer
  readonly country: string
}

/** The case as it begins: it has its owner, and nothing has happened yet. */
export function newCase(
  work: Work,
  given: CaseToOpen,
  found: Intake,
  customer: Asker,
  { owner, reason, considered }: Assignment,
): NewCase {
  const { actor } = work
  const doer = recordedAs(actor)
  const { topicCode: code, topicName: name } = found
  return {
    id: idOf(work.now),
    reference: referenceOf(found.number),
    customerId: customer.id,
    customer,
    country: found.country,
    ownerId: owner.id,
    owner,
    teamId: owner.teamId,
    topic: code === null || name === null ? null : { code, name },
    subject: given.subject ?? subjectOf(given.question),
    question: given.question,
    tags: given.tags ?? [],
    origin: given.origin ?? 'question',
    aboutEmployeeId: given.aboutEmployeeId ?? null,
    standIns: owner.standIns.filter(({ id }) => id !== given.aboutEmployeeId),
    standInId: null,
    channel: given.channel ?? given.contact?.channel ?? usualChannel(work, given),
    openedByKind: doer.kind,
    openedById: doer.id,
    assignmentReason: reason,
    assignmentConsidered: [...considered],
    headsUps: found.headsUps,
    brokenPromise: null,
    outreachId: null,
    chases: 0,
    openedAt: toWire(work.now),
    updatedAt: toWire(work.now),
    version: 0,
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

/** Whoever is named with the answer that they gave has spoken with the customer; else what a system brings is a form. */
export const usualChannel = ({ actor }: Work, { ownerId, resolution }: CaseToOpen) =>
  actor.employee || (ownerId !== undefined && resolution) ? 'phone' : 'web'

/** Where they say that they can be reached now counts for this promise; what is on record stays as it is. */
export const reachedAs = (customer: Asker, said: Fields = {}): Asker => ({
  ...customer,
  phone: said.phone ?? customer.phone,
  email: said.email ?? customer.email,
  preferredChannel: said.preferredChannel ?? customer.preferredChannel,
  otherContactPoints: [...(said.otherContactPoints ?? []), ...customer.otherContactPoints],
})
