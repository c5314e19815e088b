import { exactly, id, object, text } from './shapes.ts'

/** What the floor's writes take, as JSON schema. */

export const idParams = { ...object({ id }), required: ['id'] }

const line = { ...text, minLength: 1, maxLength: 200 } as const
const words = { ...text, minLength: 1, maxLength: 20_000 } as const

export const openCaseBody = exactly({
  customerId: id,
  topic: text,
  subject: line,
  question: words,
  channel: line,
})
export interface OpenCaseBody {
  readonly customerId: string
  readonly topic: string
  readonly subject: string
  readonly question: string
  readonly channel: string
}

export const contactBody = exactly({ direction: { const: 'inbound' }, channel: line, summary: words })
export interface ContactBody {
  readonly channel: string
  readonly summary: string
}

export const gestureBody = exactly({
  kind: { enum: ['refund', 'credit', 'discount', 'gift', 'service'] },
  amount: object({ amount: text, currency: { const: 'EUR' } }),
  reason: words,
})
export interface GestureBody {
  readonly kind: string
  readonly amount: { readonly amount: string }
  readonly reason: string
}

export const attemptBody = exactly({
  outcome: { const: 'reached' },
  summary: words,
  then: object({ resolve: object({ outcome: { enum: ['answered', 'fixed'] } }) }),
})
export interface AttemptBody {
  readonly summary: string
  readonly then: { readonly resolve: { readonly outcome: string } }
}
