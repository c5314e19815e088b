import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotAcceptable } from '../../lib/problems.ts'
import { CheckpointPage, CheckpointQuery } from './checkpoint-contract.ts'
import { listCheckpoints } from './checkpoints.ts'
import { EventPage, EventQuery } from './contract.ts'
import { EventTypePage, EventTypeQuery } from './event-type-contract.ts'
import { listEvents } from './feed.ts'
import { listEventTypes } from './list-event-types.ts'

export function eventRoutes(app: App, { read }: Door): void {
  app.route({
    method: 'GET',
    url: '/events',
    config: { access: { system: 'events:read', employee: 'admin' } },
    schema: {
      operationId: 'listEvents',
      summary: 'Read the feed of events',
      description:
        'All that happened, in the order in which it was committed. Keep the id of the last event and continue with `after`: no event is ever skipped.',
      tags: ['Events'],
      querystring: EventQuery,
      response: { 200: EventPage },
      problems: [NotAcceptable],
    },
    handler: (request, reply) => {
      assertWantsPages(request.headers.accept)
      return read(request, reply, (r) => listEvents(r, request.query), { headers: nextLink(request.url) })
    },
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

/** A client that wants a stream and nothing else would take a page for a broken one, and come back for ever. */
function assertWantsPages(accept: string | undefined): void {
  const types = accept?.split(',').map((type) => type.split(';', 1)[0]?.trim().toLowerCase())
  if (types?.includes('text/event-stream') && !types.some((type) => pages.has(type ?? '')))
    throw NotAcceptable.because('The feed is answered in pages of JSON: read it on with `after`.')
}

const pages = new Set(['application/json', 'application/*', '*/*'])
