import { z } from 'zod'
import { moment, out, text } from '../../lib/wire.ts'

const examplePromise = {
  channel: 'phone',
  from: '2026-11-03T13:00:00.000Z',
  until: '2026-11-03T14:00:00.000Z',
  state: 'kept',
  ending: 'kept',
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
    ending: z
      .enum(['kept', 'rescheduled', 'released'])
      .nullable()
      .describe('How it ended, whether it was broken or not; null: it is open.'),
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

const examplePromised = {
  organisation: 'Waterleidingmaatschappij Noord',
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  reference: '100048275',
  subject: 'Charged twice in October',
  owner: 'Sanne de Wit',
  status: 'resolved',
  promise: examplePromise,
  earlier: [],
  resolvedAt: '2026-11-03T13:20:00.000Z',
}
const exampleTracking = {
  ...examplePromised,
  question: 'Why was I charged twice?',
  told: 'The second payment is on its way back.',
  said: [],
  slots: [],
}

export const Promised = z
  .object({
    organisation: z.string(),
    language: z.string().nullable().describe('The customer’s own, where it is known.'),
    timeZone: z.string().describe('IANA; the customer’s own where it is known, else the team’s.'),
    reference: z.string(),
    subject: z.string(),
    owner: z.string().describe('Who owns the question, from the first word to the last.'),
    status: z.enum(['open', 'resolved']),
    promise: TrackedPromise.nullable().describe(
      'The latest one; null where the question was answered at once.',
    ),
    earlier: z.array(TrackedPromise).describe('Those before it, the latest first.'),
    resolvedAt: out.moment.nullable(),
  })
  .meta({
    id: 'Promised',
    description: 'What was promised to a customer, and how it was kept: what a statement says.',
    examples: [examplePromised],
  })
export type Promised = z.output<typeof Promised>

const TrackedWord = z
  .object({
    at: out.moment,
    kind: z.enum(['moved', 'notNeeded', 'thanks']),
    text: z.string().nullable().describe('In their own words.'),
  })
  .meta({
    id: 'TrackedWord',
    description: 'What the customer said on the page of the promise.',
    examples: [{ at: '2026-11-03T15:02:11.000Z', kind: 'thanks', text: 'Kind of you.' }],
  })
export type TrackedWord = z.output<typeof TrackedWord>

const FreePlace = z.object({ from: out.moment, until: out.moment }).meta({
  id: 'FreePlace',
  description: 'A free place: a window to which the customer may move the callback.',
  examples: [{ from: '2026-11-04T13:00:00.000Z', until: '2026-11-04T14:00:00.000Z' }],
})

export const Tracking = z
  .object({
    ...Promised.shape,
    question: z.string().describe('What the customer asked.'),
    told: z.string().nullable().describe('What the customer was told; null while there is no answer.'),
    said: z.array(TrackedWord).describe('What the customer said here, in the order of time.'),
    slots: z
      .array(FreePlace)
      .describe('Free places to which the customer may move it; none once it has ended.'),
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
      { from: '2046-11-06T13:00:00Z', until: '2046-11-06T14:00:00Z' },
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
