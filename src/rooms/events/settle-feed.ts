import { Client } from 'pg'

/**
 * Gives a place to what has none in a database that was restored, or upgraded: that compares all events with all places,
 * which takes longer, where there are many millions, than a sequencer may. `url` must lead to PostgreSQL itself.
 */
export async function settleFeed(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'eigenaar feed' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(`SET statement_timeout = 0; SET work_mem = '256MB'`)
    const isRestored = async () =>
      (await client.query('SELECT feed_is_restored() AS restored')).rows[0]?.restored === true
    while (await isRestored()) await client.query('SELECT number_feed(10000)')
  } finally {
    await client.end().catch(() => undefined)
  }
}
