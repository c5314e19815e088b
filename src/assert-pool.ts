import { Client } from 'pg'
import { CannotStart } from './lib/cannot-start.ts'

/**
 * Makes sure that whatever stands between us and PostgreSQL keeps named statements: a pool in transaction mode gives
 * each transaction another connection, where an older one finds another's statement by that name, or none. Four
 * clients give one name to four questions and ask each twice, in an order that meets both pools that take the connection
 * used last and those that take the one used first. Throws `CannotStart`.
 */
export async function assertNamedStatementsStay(url: string): Promise<void> {
  const clients = [1, 2, 3, 4].map((number) => ({ number, client: open(url) }))
  const [first, second, third, fourth] = clients
  try {
    for (const { client } of clients) await client.connect()
    for (const each of [first, second, third, fourth, second, first, fourth, third])
      if (each !== undefined && !(await keeps(each))) throw new CannotStart(forgetful)
  } finally {
    await Promise.all(clients.map(({ client }) => client.end().catch(() => undefined)))
  }
}

const forgetful =
  'DATABASE_URL: the pool in front of PostgreSQL does not keep named statements. Use PgBouncer 1.21 or later with max_prepared_statements above 0, a pool in session mode, or PostgreSQL itself.'

function open(connectionString: string): Client {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
  client.on('error', () => undefined)
  return client
}

async function keeps({
  client,
  number,
}: {
  readonly client: Client
  readonly number: number
}): Promise<boolean> {
  try {
    const { rows } = await client.query({ name: 'eigenaar_start', text: `select ${number} as number` })
    return rows[0]?.number === number
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === '26000' || error.code === '42P05'))
      return false
    throw error
  }
}
