import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../db/database.ts'
import type { Reader } from '../db/work.ts'
import type { Clock } from '../lib/instant.ts'
import { eventsBehind, numberEvents, placeOf } from '../rooms/events/feed.ts'
import { type EventStreams, frameOf } from '../rooms/streams/event-streams.ts'
import { Listener, type Wanted } from '../rooms/streams/listener.ts'
import { pathOf } from './answer-problem.ts'

/** What streams are made of. */
export interface Streaming {
  readonly streams: EventStreams
  readonly db: Database
  readonly clock: Clock
}

interface Query extends Wanted {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly after?: string | undefined
}

/** Milliseconds in which a listener has to make room while it catches up. */
const patience = 30_000

/** Answers with a stream of events. Throws `validation-failed` for a beginning that is no event. */
export async function streamEvents(
  { streams, db, clock }: Streaming,
  request: FastifyRequest,
  reply: FastifyReply,
  query: Query,
): Promise<FastifyReply> {
  const { limit, cursor, after, ...wanted } = query
  const reader: Reader = { db, actor: request.caller, now: clock(), address: pathOf(request).toLowerCase() }
  await numberEvents(db)
  const from = lastEventId(request) ?? cursor ?? after
  const position =
    from === undefined || from === 'now'
      ? await streams.head()
      : await placeOf(reader, { limit, ...wanted }, from)
  const listener = new Listener(request.caller, wanted, position)
  request.shown = []
  void catchUp(streams, reader, listener).catch(() => listener.stream.destroy())
  return reply
    .headers({
      'content-type': 'text/event-stream; charset=utf-8',
      // Proxies that gather answers (nginx) pass this one on as it comes.
      'x-accel-buffering': 'no',
      // Nothing else goes over this connection, so that none is left open when the service stops.
      connection: 'close',
    })
    .send(listener.stream)
}

function lastEventId({ headers }: FastifyRequest): string | undefined {
  const given = headers['last-event-id']
  return typeof given === 'string' && given !== '' ? given : undefined
}

/** Reads what happened before it came, at the pace at which it is taken, until it can hear with the others. */
async function catchUp(streams: EventStreams, reader: Reader, listener: Listener): Promise<void> {
  for (;;) {
    const reached = streams.position
    const { events, position, isAll } = await eventsBehind(reader, listener.wanted, listener.position)
    for (const event of events) listener.write(frameOf(event))
    // What is not for this listener has no place among what was read.
    listener.position = Math.max(position, isAll ? reached : 0)
    if (!listener.isOpen || (isAll && streams.join(listener))) return
    for (let waited = 0; !listener.isRead && listener.isOpen; waited += 50) {
      if (waited > patience) return void listener.stream.destroy()
      await sleep(50)
    }
  }
}
