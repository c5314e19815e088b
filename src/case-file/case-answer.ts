import { standInAt } from '../facts/stand-ins.ts'
import { steps } from '../rooms/assignment/steps-contract.ts'
import type { Case } from '../rooms/cases/contract.ts'
import type { OpenCallback, Resolution } from './case-columns.ts'
import type { ShownCase } from './locked-case.ts'

/** The case as it is answered. `now` is in wire form; moments in that form compare as text. */
export function toCase(kase: ShownCase, now: string): Case {
  const { holds } = kase
  return {
    id: kase.id,
    reference: kase.reference,
    status: holds.kind === 'promise' ? 'open' : 'resolved',
    customer: { id: kase.customerId, name: kase.customer.name },
    owner: { id: kase.ownerId, name: kase.owner.name, extension: kase.owner.extension },
    standIn: shownStandIn(kase, now),
    teamId: kase.teamId,
    topic: kase.topic && { code: kase.topic.code, name: kase.topic.name },
    subject: kase.subject,
    question: kase.question,
    tags: [...kase.tags],
    origin: kase.origin,
    channel: kase.channel,
    openedBy: { kind: kase.openedByKind, id: kase.openedById },
    assignment: { reason: kase.assignmentReason, considered: consideredOf(kase) },
    callback: holds.kind === 'promise' ? shownCallback(holds.callback, now) : null,
    resolution: holds.kind === 'resolution' ? shownResolution(kase.ownerId, holds.resolution) : null,
    headsUps: kase.headsUps.map((headsUp) => ({
      ...headsUp,
      expectedQuestions: [...headsUp.expectedQuestions],
    })),
    gestureSuggestion:
      holds.kind === 'promise' && kase.brokenPromise
        ? { because: 'promise-broken', ...kase.brokenPromise }
        : null,
    outreachId: kase.outreachId,
    chases: kase.chases,
    faces: kase.faces.length,
    openedAt: kase.openedAt,
    updatedAt: kase.updatedAt,
    resolvedAt: holds.kind === 'resolution' ? holds.resolution.at : null,
    aboutEmployeeId: kase.aboutEmployeeId,
    version: kase.version,
  }
}

function shownStandIn({ standIns }: ShownCase, now: string): Case['standIn'] {
  const found = standInAt(standIns, now)
  return found ? { id: found.id, name: found.name } : null
}

/** How its owner was found; of one to whom a succession led it says nothing. */
const consideredOf = ({ assignmentReason, assignmentConsidered: counts }: ShownCase) =>
  assignmentReason === 'succession'
    ? []
    : steps.slice(0, counts.length).map((step, n) => ({ step, members: counts[n] ?? 0 }))

const shownCallback = (callback: OpenCallback, now: string): Case['callback'] => ({
  id: callback.id,
  channel: callback.channel,
  to: callback.address,
  from: callback.windowFrom,
  until: callback.windowUntil,
  state: 'open',
  yielded: callback.yielded,
  cutByHorizon: callback.cutByHorizon,
  overdue: callback.windowUntil < now,
  attempts: callback.attempts,
  nextTryAt: callback.nextTryAt,
  version: callback.version,
})

const shownResolution = (ownerId: string, resolution: Resolution): Case['resolution'] => ({
  outcome: resolution.outcome,
  summary: resolution.summary,
  contactId: resolution.contactId,
  firstContact: resolution.contactMoment === 'opening',
  duplicateOf: resolution.duplicateOf,
  resolvedBy: resolution.resolvedById,
  actedBy: resolution.resolvedById,
  ownerId,
  at: resolution.at,
})
