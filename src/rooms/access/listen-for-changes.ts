import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Database } from '../../db/database.ts'

interface Hearing {
  /** Whether changes are heard from now on, or no longer. */
  readonly onHearing: (hears: boolean) => void
  readonly onChange: () => void
  /** The feed has new events. */
  readonly onGrowth: () => void
}

const again = 1_000
const echoWithin = 1_000
const heartbeat = 15_000

/**
 * Listens for `access_changed` and `feed_grew` on one connection for both, and anew whenever that breaks. It counts as hearing only
 * once its own call has come back: behind a pooler in transaction mode LISTEN succeeds and hears nothing.
 */
export async function listenForChanges(
  db: Database,
  { onHearing, onChange, onGrowth }: Hearing,
): Promise<() => Promise<void>> {
  let stopped = false
  let client: Client | undefined
  let timer: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const mine = db.dedicated()
    client = mine
    mine.once('error', () => void mine.end().catch(() => {}))
    mine.once('end', () => {
      onHearing(false)
      clearTimeout(timer)
      if (!stopped) timer = setTimeout(() => void connect(), again)
    })
    mine.on('notification', ({ channel }) => (channel === 'feed_grew' ? onGrowth() : onChange()))
    try {
      await mine.connect()
      await mine.query('LISTEN access_changed; LISTEN feed_grew')
      if (await hearsItself(mine)) onHearing(true)
      beat(mine)
    } catch {
      await mine.end().catch(() => {})
    }
  }
  // A connection can be dead without a word; asking is how one finds out.
  const beat = (mine: Client): void => {
    timer = setTimeout(() => {
      mine.query('SELECT 1').then(
        () => beat(mine),
        () => void mine.end().catch(() => {}),
      )
    }, heartbeat)
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end().catch(() => {})
  }
}

async function hearsItself(client: Client): Promise<boolean> {
  const call = randomUUID()
  const echo = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), echoWithin)
    client.on('notification', ({ payload }) => {
      if (payload !== call) return
      clearTimeout(timer)
      resolve(true)
    })
  })
  await client.query(`SELECT pg_notify('access_changed', $1)`, [call])
  return echo
}
