import pg from 'pg'
import { expect, vi } from 'vitest'
import type { Service } from './service.ts'

/**
 * Sends a request while another session has done something and not committed, looks from there once the request waits for
 * it, and lets it go on. Answers with what the request came to.
 */
export async function whileHeld<T>(
  service: Pick<Service, 'databaseUrl' | 'sql'>,
  held: readonly [text: string, values: unknown[]],
  send: () => Promise<T>,
  look: (other: pg.Client) => Promise<void> = async () => {},
): Promise<T> {
  const other = new pg.Client({ connectionString: service.databaseUrl })
  await other.connect()
  try {
    await other.query('begin')
    await other.query(...held)
    const sent = send()
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await vi.waitFor(async () => expect((await service.sql.query(waiting)).rowCount).toBe(1), 10_000)
    await look(other)
    await other.query('commit')
    return await sent
  } finally {
    await other.end()
  }
}
