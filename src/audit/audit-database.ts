import { Client } from 'pg'
import { settleFeed } from '../rooms/events/settle-feed.ts'
import { audit } from './audit.ts'

interface Telling {
  readonly signal: AbortSignal
  /** Signed heads that somebody kept. */
  readonly kept: readonly string[]
  readonly say: (line: string) => void
  readonly onProgress: (done: number) => void
}

/** Audits the database at `url`: says each thing that is wrong, and answers how many there are. Throws once it is stopped. */
export async function auditDatabase(
  url: string,
  { signal, kept, say, onProgress }: Telling,
): Promise<number> {
  const client = new Client({ connectionString: url, application_name: 'eigenaar audit' })
  client.on('error', () => undefined)
  let found = 0
  try {
    await client.connect()
    const { rows } = await client.query('select pg_backend_pid() as pid')
    signal.addEventListener('abort', () => void cancel(url, rows[0].pid), { once: true })
    await beginSettled(client, url)
    // Planned for much at once.
    await client.query(
      `set local work_mem = '128MB'; set local timezone = 'UTC'; set local search_path = public`,
    )
    for await (const { law, row } of audit(client, { kept, onProgress })) {
      signal.throwIfAborted()
      found++
      say(`${law}: ${row}`)
    }
    signal.throwIfAborted()
    return found
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Looks at one state of the database, however long it takes: one in which each event has its place, where that can be.
 * What commits between the giving of places and the look would seem to be without one, so it is looked again.
 */
async function beginSettled(client: Client, url: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    await settleFeed(url)
    await client.query('select number_feed(10000)')
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query(
      'select exists (select from public.events e where not exists (select from public.feed f where f.event_id = e.id)) as early',
    )
    if (!rows[0].early || tried === 5) return
    await client.query('rollback')
  }
}

/** Ends the query that a connection is busy with. */
async function cancel(url: string, pid: number): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'eigenaar audit' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_cancel_backend($1)', [pid])
  } catch {
    // It ends with the connection then.
  } finally {
    await client.end().catch(() => undefined)
  }
}
