import type pg from 'pg'
import { heard } from '../errors.ts'
import { send } from './compiled-rows.ts'

/** A connection that somebody has for themselves, taken when there is something to send, and until it is given back. */
export class OwnConnection {
  readonly #connect: () => Promise<pg.PoolClient>
  #client: Promise<pg.PoolClient> | undefined
  #sent: Promise<unknown>[] = []
  /** What failed first. */
  #failure: unknown
  /** Nothing more may be sent: the connection may be somebody else's by now. */
  #over = false

  constructor(connect: () => Promise<pg.PoolClient>) {
    this.#connect = connect
  }

  /** Sends a statement behind those that were sent before. What it fails with is said by `explain`. */
  send(query: pg.QueryConfig, explain = (error: unknown) => error): Promise<pg.QueryResult> {
    if (this.#over) return Promise.reject(new Error('the transaction is over'))
    this.#client ??= this.#connect()
    const sent = this.#client
      .then((client) => send(client, query))
      .catch((error) => this.#fail(explain(error)))
    this.#sent.push(heard(sent))
    return sent
  }

  /** Sends nothing more, and waits for all that was sent; answers with the first failure. */
  async settle(): Promise<unknown> {
    this.#over = true
    const results = await Promise.allSettled(this.#sent)
    return results.find((result) => result.status === 'rejected')?.reason
  }

  /** Gives it back, if it was taken, after one more statement. A broken one is thrown away. */
  async release({ isBroken = false, after }: { isBroken?: boolean; after?: string } = {}): Promise<void> {
    const client = await this.#client?.catch(() => undefined)
    try {
      if (after !== undefined) await client?.query(after)
      client?.release(isBroken)
    } catch {
      client?.release(true)
    }
  }

  /** What was sent behind a failed statement fails for no reason of its own: the reason is the first one’s. */
  #fail(error: unknown): never {
    this.#failure ??= error
    throw this.#failure
  }
}
