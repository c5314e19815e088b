import type { Database } from '../../db/database.ts'
import type { EventStreams } from '../../rooms/streams/event-streams.ts'
import type { WaitingLine } from '../server/waiting-line.ts'
import type { Meters } from './meters.ts'

/** What an instance knows of itself without asking anybody. */
export interface Measured {
  readonly db: Database
  readonly line: WaitingLine
  readonly streams: EventStreams
}

/** Measures the pool of connections, the line before the work, and the streams of events. */
export function measureInstance(meters: Meters, { db, line, streams }: Measured): void {
  meters.gauge({
    name: 'eigenaar_database_connections',
    help: 'Connections for transactions, by what they are at.',
    read: () => {
      const { used, idle } = db.connections()
      return { label: 'state', values: { used, idle } }
    },
  })
  meters.gauge({
    name: 'eigenaar_database_connections_max',
    help: 'How many connections for transactions there may be.',
    read: () => db.connections().most,
  })
  meters.gauge({
    name: 'eigenaar_database_connections_waiting',
    help: 'Transactions that wait for a connection.',
    read: () => db.connections().waiting,
  })
  meters.gauge({
    name: 'eigenaar_requests',
    help: 'Requests to the API, by whether they are served or stand in line.',
    read: () => ({ label: 'state', values: { served: line.inside, waiting: line.waiting } }),
  })
  meters.gauge({
    name: 'eigenaar_event_streams',
    help: 'Listeners to the stream of events.',
    read: () => streams.live.size,
  })
}
