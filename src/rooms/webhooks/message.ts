import { traceParentOf } from '../../lib/traces/tracing.ts'
import type { Event } from '../events/contract.ts'
import { toEvent } from '../events/event-row.ts'
import type { Claimed } from './claim.ts'
import { signatures } from './secret.ts'

/** What is sent: the same body at every try, signed anew for its moment. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * An event as Standard Webhooks wants it: `webhook-id` is the event's own, at every try. `trace` is where the receiver goes
 * on, in the form of `traceparent`.
 */
export function messageOf(
  { event, format, secret, previousSecret }: Claimed,
  now: number,
  trace: string | null = event.traceParent,
): Message {
  const { traceParent: _, ...said } = event
  const told = toEvent(said)
  const traceparent = traceParentOf(trace ?? undefined)
  const body = JSON.stringify(format === 'cloudevents' ? inCloudEvents(told) : told)
  const timestamp = Math.floor(now / 1000)
  const secrets = previousSecret === null ? [secret] : [secret, previousSecret]
  return {
    body,
    headers: {
      'content-type': format === 'cloudevents' ? 'application/cloudevents+json' : 'application/json',
      'user-agent': 'Eigenaar',
      ...(traceparent !== null && { traceparent }),
      'webhook-id': told.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures(secrets, { id: told.id, timestamp, body }),
    },
  }
}

/** The event in an envelope of CloudEvents 1.0, in structured mode. */
const inCloudEvents = (event: Event) => ({
  specversion: '1.0',
  id: event.id,
  source: '/v1/events',
  type: event.type,
  time: event.at,
  ...(event.caseId !== undefined && { subject: event.caseId }),
  datacontenttype: 'application/json',
  data: event,
})
