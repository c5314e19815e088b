import { z } from 'zod'
import { moment, out, text } from '../../lib/wire.ts'

const examplePromise = {
  channel: 'phone',
  from: '2026-11-03T13:00:00.000Z',
  until: '2026-11-03T14:00:00.000Z',
  state: 'kept',
  overdue: false,
  lateBy: null,
  madeAt: '2026-11-02T09:12:44.000Z',
  closedAt: '2026-11-03T13:20:00.000Z',
}

const TrackedPromise = z
  .object({
    channel: z.string(),
    from: out.moment,
    until: out.moment,
    state: z
      .enum(['open', 'kept', 'broken', 'rescheduled', 'released'])
      .describe('`broken`: its window has ended, and nobody came back in it.'),
    overdue: z.boolean(),
    lateBy: z.string().nullable().describe('How late, as an ISO 8601 duration; null: in time.'),
    madeAt: out.moment,
    closedAt: out.moment.nullable(),
  })
  .meta({
    id: 'TrackedPromise',
    description: 'A promise, as its customer sees it.',
    examples: [examplePromise],
  })
export type TrackedPromise = z.output<typeof TrackedPromise>

const exampleTracking = {
  organisation: 'Waterleidingmaatschappij Noord',
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  reference: '100048275',
  subject: 'Charged twice in October',
  owner: 'Sanne de Wit',
  status: 'resolved',
  promise: examplePromise,
  earlier: [],
  slots: [],
  resolvedAt: '2026-11-03T13:20:00.000Z',
}

export const Tracking = z
  .object({
    organisation: z.string(),
    language: z.string().nullable().describe('The customer’s own, where it is known.'),
    timeZone: z.string().describe('IANA; the team’s.'),
    reference: z.string(),
    subject: z.string(),
    owner: z.string().describe('Who owns the question, from the first word to the last.'),
    status: z.enum(['open', 'resolved']),
    promise: TrackedPromise.nullable().describe(
      'The latest one; null where the question was answered at once.',
    ),
    earlier: z.array(TrackedPromise).describe('Those before it, the latest first.'),
    slots: z
      .array(z.object({ from: out.moment, until: out.moment }))
      .describe('Free places to which the customer may move it; none once it has ended.'),
    resolvedAt: out.moment.nullable(),
  })
  .meta({ id: 'Tracking', description: 'The promise in the customer’s hand.', examples: [exampleTracking] })
export type Tracking = z.output<typeof Tracking>

export const TrackingChange = z
  .union([
    z.strictObject({ from: moment, until: moment }),
    z.strictObject({ notNeeded: z.literal(true), text: text(2000).optional() }),
    z.strictObject({ thanks: z.literal(true), text: text(2000).optional() }),
  ])
  .meta({
    id: 'TrackingChange',
    description:
      'What the customer wishes: another free place, that it isn’t needed any more, or to say thanks.',
    examples: [
      { notNeeded: true, text: 'Found it myself.' },
      { from: '2026-11-04T13:00:00Z', until: '2026-11-04T14:00:00Z' },
    ],
  })
export type TrackingChange = z.output<typeof TrackingChange>

export const Statement = z
  .object({
    statement: z
      .string()
      .describe(
        'A compact JWS (ES256) over what `GET /tracking/{token}` answers; keys at `/.well-known/jwks.json`.',
      ),
  })
  .meta({
    id: 'Statement',
    description: 'The promise, signed: the customer keeps it, and anybody verifies it.',
    examples: [{ statement: 'eyJhbGciOiJFUzI1NiJ9.eyJyZWZlcmVuY2UiOiIxMDAwNDgyNzUifQ.c2lnbmF0dXJl' }],
  })

export const PromiseCalendar = z.string().meta({
  id: 'PromiseCalendar',
  description: 'The promise as an iCalendar (RFC 5545).',
  examples: ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'],
})
