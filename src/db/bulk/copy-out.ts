import { Readable } from 'node:stream'
import type pg from 'pg'

/** Bytes that are handed on at once: rows are small, and handing each on costs more than sending it. */
const block = 64 * 1024

/** What `pg` hands a query of ours; its types leave out what they think nobody needs. */
interface Connection {
  readonly stream: { pause(): void; resume(): void }
  query(text: string): void
}

/**
 * The rows of a `COPY … TO STDOUT`, read as fast as somebody takes them and no faster: the connection is paused
 * meanwhile. PostgreSQL sends each row in a message of its own, so a block ends where a row does, and `rows` counts them.
 */
export class CopyOut extends Readable implements pg.Submittable {
  readonly #text: string
  readonly #lineEnd: string
  #connection: Connection | undefined
  #pending = Buffer.allocUnsafe(block)
  #filled = 0
  rows = 0

  /** `lineEnd` takes the place of the line feed with which PostgreSQL ends a row. */
  constructor(text: string, lineEnd: '\n' | '\r\n') {
    super({ highWaterMark: 4 * block })
    this.#text = text
    this.#lineEnd = lineEnd
  }

  submit(connection: unknown): void {
    this.#connection = connection as Connection
    this.#connection.query(this.#text)
  }

  override _read(): void {
    this.#connection?.stream.resume()
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.rows++
    const text = chunk.length - 1
    const whole = text + this.#lineEnd.length
    if (this.#filled + whole > this.#pending.length) this.#handOn(whole)
    // What is handed on is a copy: the driver reads into the same memory again.
    chunk.copy(this.#pending, this.#filled, 0, text)
    this.#pending.write(this.#lineEnd, this.#filled + text, 'latin1')
    this.#filled += whole
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#handOn(0)
    this.push(null)
    // Nobody reads on from here, and what comes next on the connection is the answer to somebody else.
    this.#connection?.stream.resume()
  }

  handleError(error: Error): void {
    this.destroy(error)
  }

  #handOn(next: number): void {
    const full = this.#pending.subarray(0, this.#filled)
    this.#pending = Buffer.allocUnsafe(Math.max(block, next))
    this.#filled = 0
    if (full.length > 0 && !this.push(full)) this.#connection?.stream.pause()
  }
}
