import type { InferInsertModel, InferSelectModel } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { HopeLost, heard, refusalOf } from './errors.ts'

import { inOnePacket } from './one-packet.ts'
import type { Statement } from './statement.ts'
import type { Tx } from './tx.ts'
import { Writes } from './writes.ts'

/**
 * One connection with one transaction. BEGIN travels with the first lock, and COMMIT with the writes, so an operation is
 * two round trips however much it writes. One that locks nothing is a single statement, a transaction by itself.
 */
export class Transaction implements Tx {
  readonly #client: pg.PoolClient
  readonly #writes = new Writes()
  #sent: Promise<unknown>[] = []
  #begun = false
  readonly #hopeful: boolean
  /** Of which rows a hopeful try looked at one. */
  #looked: PgTable | undefined
  /** What failed first. */
  #failure: unknown
  /** Nothing more may be sent: the connection may be somebody else's by now. */
  #over = false

  constructor(client: pg.PoolClient, hopeful = false) {
    this.#client = client
    this.#hopeful = hopeful
  }

  get isHopeful(): boolean {
    return this.#hopeful && !this.#begun
  }

  look<P extends object, Row>(
    table: PgTable,
    statement: Statement<P, Row>,
    params: P,
  ): Promise<Row | undefined> {
    this.#looked = table
    return this.row(statement, params)
  }

  rows<P extends object, Row>({ name, text, values }: Statement<P, Row>, params: P): Promise<Row[]> {
    return heard(this.#send({ name, text, values: values(params) }).then(({ rows }) => rows as Row[]))
  }

  row<P extends object, Row>(statement: Statement<P, Row>, params: P): Promise<Row | undefined> {
    return heard(this.rows(statement, params).then(([row]) => row))
  }

  lock<Params extends object, Row>(
    statement: Statement<Params, Row>,
    params: Params,
  ): Promise<Row | undefined> {
    return heard(this.lockAll(statement, params).then(([row]) => row))
  }

  lockAll<Params extends object, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    if (this.#looked) return heard(Promise.reject(new HopeLost()))
    this.#begin()
    return this.rows(statement, params)
  }

  insert<T extends PgTable>(table: T, row: InferInsertModel<T>): void {
    this.#writes.insert(table, row)
  }

  update<T extends PgTable>(
    table: T,
    where: Partial<InferSelectModel<T>>,
    set: Partial<InferInsertModel<T>>,
  ): void {
    this.#writes.update(table, where, set)
  }

  run<Params extends object>(statement: Statement<Params, never>, params: Params): void {
    this.#writes.run(statement, params)
  }

  touches(table: PgTable): boolean {
    return this.#writes.touches(table)
  }

  /** Sends the writes and commits. Throws what the database refused, and is over either way. */
  async commit(): Promise<void> {
    const statements = this.#writes.bind(this.#looked)
    if (statements.length > 1) this.#begin()
    for (const { name, text, values, explain } of statements)
      this.#send({ name, text, values: [...values] }, explain)
    const commit = this.#begun ? this.#send({ text: 'COMMIT' }) : undefined
    this.#over = true

    const failure = await this.#settled()
    if (failure === undefined && commit && (await commit).command !== 'COMMIT') {
      this.#client.release(true)
      throw new Error('the transaction was rolled back although no statement failed')
    }
    // After a refusal the connection is clean: COMMIT has ended the failed transaction as a rollback.
    this.#client.release(failure !== undefined && refusalOf(failure) === undefined)
    if (failure !== undefined) throw failure
  }

  /** Ends the transaction without a trace. */
  async rollback(): Promise<void> {
    this.#over = true
    await this.#settled()
    try {
      if (this.#begun) await this.#client.query('ROLLBACK')
      this.#client.release()
    } catch {
      this.#client.release(true)
    }
  }

  #begin(): void {
    if (this.#begun) return
    this.#begun = true
    this.#send({ text: 'BEGIN' })
  }

  #send(query: pg.QueryConfig, explain = (error: unknown) => error): Promise<pg.QueryResult> {
    if (this.#over) return Promise.reject(new Error('the transaction is over'))
    inOnePacket(this.#client)
    return this.#track(this.#client.query(query).catch((error) => this.#fail(explain(error))))
  }

  /** What was sent behind a failed statement fails for no reason of its own: the reason is the first one’s. */
  #fail(error: unknown): never {
    this.#failure ??= error
    throw this.#failure
  }

  #track<T>(sent: Promise<T>): Promise<T> {
    this.#sent.push(heard(sent))
    return sent
  }

  /** Waits for all that was sent; answers with the first failure. */
  async #settled(): Promise<unknown> {
    const sent = this.#sent
    this.#sent = []
    const results = await Promise.allSettled(sent)
    return results.find((result) => result.status === 'rejected')?.reason
  }
}
