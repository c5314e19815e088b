import pg from 'pg'
import { send } from './compiled-rows.ts'

interface Slot {
  readonly client: Promise<pg.Client>
  pending: number
}

/**
 * A few connections that many requests use at the same time, for statements that stand alone. They travel one behind
 * the other without waiting for answers, which saves both sides more than a connection for each. A statement goes
 * where the fewest are under way, so that a slow one holds up little.
 */
export class SharedConnections {
  readonly #config: pg.ClientConfig
  readonly #onError: (error: Error) => void
  readonly #slots: (Slot | undefined)[]
  #closed = false

  constructor(config: pg.ClientConfig, connections: number, onError: (error: Error) => void) {
    this.#config = { ...config, pipeline: true }
    this.#onError = onError
    this.#slots = Array.from({ length: connections }, () => undefined)
  }

  async query(query: pg.QueryConfig): Promise<pg.QueryResult> {
    if (this.#closed) throw new Error('Client was closed and is not queryable')
    const slot = this.#leastBusy()
    slot.pending++
    try {
      const client = await slot.client
      return await send(client, query)
    } finally {
      slot.pending--
    }
  }

  /** Lets what is under way end, and closes. */
  async close(): Promise<void> {
    this.#closed = true
    const clients = this.#slots.map((slot) => slot?.client.then((client) => client.end()))
    await Promise.allSettled(clients)
  }

  #leastBusy(): Slot {
    let best = 0
    for (let at = 1; at < this.#slots.length; at++) {
      if ((this.#slots[at]?.pending ?? 0) < (this.#slots[best]?.pending ?? 0)) best = at
    }
    const slot = this.#slots[best] ?? { client: this.#connect(best), pending: 0 }
    this.#slots[best] = slot
    return slot
  }

  async #connect(at: number): Promise<pg.Client> {
    const client = new pg.Client(this.#config)
    // Whoever comes next connects anew; those under way hear of it from their own statements.
    const drop = () => {
      this.#slots[at] = undefined
    }
    client.on('error', (error) => {
      drop()
      this.#onError(error)
    })
    client.once('end', drop)
    try {
      await client.connect()
    } catch (error) {
      drop()
      throw error
    }
    return client
  }
}
