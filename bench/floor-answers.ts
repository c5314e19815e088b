/** The shapes of what the floor takes and answers, as JSON schema: Fastify compiles them once. */

const text = { type: 'string' } as const
const number = { type: 'integer' } as const
const yesOrNo = { type: 'boolean' } as const
const id = { type: 'string', format: 'uuid' } as const
const nullable = (type: 'string' | 'integer') => ({ type: [type, 'null'] }) as const

const object = (properties: Readonly<Record<string, unknown>>) => ({ type: 'object', properties }) as const
const objectOrNull = (properties: Readonly<Record<string, unknown>>) =>
  ({ type: ['object', 'null'], properties }) as const

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
  chases: number,
  faces: number,
  openedAt: text,
  resolvedAt: nullable('string'),
  updatedAt: text,
  aboutEmployeeId: nullable('string'),
  version: number,
})

export const kasePageSchema = object({
  data: { type: 'array', items: kaseSchema },
  nextCursor: nullable('string'),
})

export const idParams = { ...object({ id }), required: ['id'] }

export const listQuery = {
  ...object({ ownerId: id, status: { const: 'open' }, limit: { ...number, minimum: 1, maximum: 200 } }),
  required: ['ownerId', 'status', 'limit'],
  additionalProperties: false,
}

const line = { ...text, minLength: 1, maxLength: 200 } as const
const words = { ...text, minLength: 1, maxLength: 20_000 } as const

export const openCaseBody = {
  ...object({
    customerId: id,
    topic: text,
    subject: line,
    question: words,
    channel: line,
  }),
  required: ['customerId', 'topic', 'subject', 'question', 'channel'],
  additionalProperties: false,
}
export interface OpenCaseBody {
  readonly customerId: string
  readonly topic: string
  readonly subject: string
  readonly question: string
  readonly channel: string
}

export const contactBody = {
  ...object({ direction: { const: 'inbound' }, channel: line, summary: words }),
  required: ['direction', 'channel', 'summary'],
  additionalProperties: false,
}
export interface ContactBody {
  readonly channel: string
  readonly summary: string
}

export const gestureBody = {
  ...object({
    kind: { enum: ['refund', 'credit', 'discount', 'gift', 'service'] },
    amount: object({ amount: text, currency: { const: 'EUR' } }),
    reason: words,
  }),
  required: ['kind', 'amount', 'reason'],
  additionalProperties: false,
}
export interface GestureBody {
  readonly kind: string
  readonly amount: { readonly amount: string }
  readonly reason: string
}

export const attemptBody = {
  ...object({
    outcome: { const: 'reached' },
    summary: words,
    then: object({ resolve: object({ outcome: { enum: ['answered', 'fixed'] } }) }),
  }),
  required: ['outcome', 'summary', 'then'],
  additionalProperties: false,
}
export interface AttemptBody {
  readonly summary: string
  readonly then: { readonly resolve: { readonly outcome: string } }
}
