import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { type Streaming, streamEvents } from '../../http/stream-events.ts'
import { EventTicket } from '../streams/ticket-contract.ts'
import { makeTicket } from '../streams/tickets.ts'
import { CheckpointPage, CheckpointQuery } from './checkpoint-contract.ts'
import { listCheckpoints } from './checkpoints.ts'
import { EventPage, EventQuery, EventStream } from './contract.ts'
import { EventTypePage, EventTypeQuery } from './event-type-contract.ts'
import { listEvents } from './feed.ts'
import { listEventTypes } from './list-event-types.ts'

export function eventRoutes(app: App, { read, work }: Door, streams: Streaming): void {
  app.route({
    method: 'GET',
    url: '/events',
    config: { access: { system: 'events:read', employee: 'admin', takesTickets: true } },
    schema: {
      operationId: 'listEvents',
      summary: 'Read the feed of events',
      description:
        'All that happened, in the order in which it was committed. Keep the id of the last event and continue with `after`: no event is ever skipped. With `Accept: text/event-stream` it is a stream (server-sent events), which begins behind `Last-Event-ID` or `after`, else now.',
      tags: ['Events'],
      querystring: EventQuery,
      response: {
        200: {
          content: {
            'application/json': { schema: EventPage },
            'text/event-stream': { schema: EventStream },
          },
        },
      },
    },
    handler: (request, reply) => {
      const { ticket: _, ...query } = request.query
      if (request.method === 'GET' && wantsStream(request.headers.accept))
        return streamEvents(streams, request, reply, query) as never
      return read(request, reply, (r) => listEvents(r, query), { headers: nextLink(request.url) })
    },
  })

  app.route({
    method: 'POST',
    url: '/events/tickets',
    config: { access: { system: 'events:read', employee: 'admin' } },
    schema: {
      operationId: 'makeEventTicket',
      summary: 'Get a ticket for the stream of events',
      description:
        'For `EventSource` of a browser, which sends no `Authorization`: `GET /v1/events?ticket=…` opens one stream, within a minute.',
      tags: ['Events'],
      response: { 201: EventTicket },
    },
    handler: (request, reply) => work(request, reply, makeTicket, { status: 201, secret: true }),
  })

  app.route({
    method: 'GET',
    url: '/event-types',
    config: { access: { system: 'any', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'listEventTypes',
      summary: 'List the types of event',
      description:
        'Each with the JSON Schema of its events and an example, as in the `webhooks` of this document. Types and members may be added at any time.',
      tags: ['Events'],
      querystring: EventTypeQuery,
      response: { 200: EventTypePage },
    },
    handler: (request, reply) =>
      read(request, reply, async (r) => listEventTypes(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'GET',
    url: '/events/checkpoints',
    config: { access: { system: 'events:read', employee: 'admin', impersonal: true } },
    schema: {
      operationId: 'listCheckpoints',
      summary: 'Read signed heads of the chain of history',
      description:
        'The newest first. Keep one outside: by it you can tell later whether anything that happened before it was changed, whoever did it.',
      tags: ['Events'],
      querystring: CheckpointQuery,
      response: { 200: CheckpointPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listCheckpoints(r, request.query), { headers: nextLink(request.url) }),
  })
}

/** Whether a stream is asked for, and no page would do. */
function wantsStream(accept: string | undefined): boolean {
  const wanted = accept?.split(',').filter((type) => !/;\s*q=0(\.0*)?\s*$/i.test(type))
  const types = wanted?.map((type) => type.split(';', 1)[0]?.trim().toLowerCase())
  return types?.includes('text/event-stream') === true && !types.some((type) => pages.has(type ?? ''))
}

const pages = new Set(['application/json', 'application/*', '*/*'])
