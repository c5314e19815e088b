import { exactly, id, nullable, number, object, objectOrNull, pageOf, text, yesOrNo } from './shapes.ts'

/** What may have made a customer call. */
export const headsUpSchema = object({
  id: text,
  title: text,
  kind: text,
  message: text,
  expectedQuestions: { type: 'array', items: object({ question: text, answer: text }) },
  whoKnows: { type: 'array', items: text },
})

export const kaseSchema = object({
  id: text,
  reference: text,
  status: text,
  customer: object({ id: text, name: nullable('string') }),
  owner: object({ id: text, name: text, extension: nullable('string') }),
  standIn: objectOrNull({ id: text, name: text }),
  teamId: text,
  topic: objectOrNull({ code: text, name: text }),
  subject: text,
  question: text,
  tags: { type: 'array', items: text },
  origin: text,
  gestureSuggestion: objectOrNull({ because: text, callbackId: text, since: text }),
  outreachId: nullable('string'),
  channel: text,
  openedBy: object({ kind: text, id: text }),
  // Of cases that were taken, the steps by which owners are looked for are always empty.
  assignment: object({ reason: text, considered: { type: 'array', items: text } }),
  callback: objectOrNull({
    id: text,
    channel: text,
    to: nullable('string'),
    from: text,
    until: text,
    state: text,
    overdue: yesOrNo,
    attempts: number,
    nextTryAt: nullable('string'),
    yielded: nullable('string'),
    cutByHorizon: { type: 'boolean' },
    version: number,
  }),
  resolution: objectOrNull({
    outcome: text,
    summary: text,
    contactId: nullable('string'),
    firstContact: yesOrNo,
    duplicateOf: nullable('string'),
    resolvedBy: text,
    actedBy: text,
    ownerId: text,
    at: text,
  }),
  headsUps: { type: 'array', items: headsUpSchema },
  chases: number,
  faces: number,
  openedAt: text,
  resolvedAt: nullable('string'),
  updatedAt: text,
  aboutEmployeeId: nullable('string'),
  version: number,
})

export const kasePageSchema = pageOf(kaseSchema)

export const listQuery = exactly({
  ownerId: id,
  status: { const: 'open' },
  limit: { ...number, minimum: 1, maximum: 200 },
})
