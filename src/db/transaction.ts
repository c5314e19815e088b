import type { InferInsertModel, InferSelectModel } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { OwnConnection } from './connections/own-connection.ts'
import { HopeLost, heard, refusalOf } from './errors.ts'
import type { Statement } from './statement.ts'
import type { Tx } from './tx.ts'
import type { Bound, Condition } from './write-statement.ts'
import { Writes } from './writes.ts'

/** Lets a transaction in, or nothing of it. */
export interface Gate {
  /** Asked behind BEGIN, before all else: where it fails, so does everything that was sent behind it. */
  readonly question: Bound
  /** The same of a transaction that is one statement: a condition for all of it. */
  readonly condition: Condition
}

export interface TransactionOptions {
  /** It looks first and locks nothing, until something asks for a lock. */
  readonly hopeful?: boolean
  readonly gate?: Gate | undefined
}

/** Where a transaction gets what it needs. */
interface Source {
  /** A connection of its own. */
  connect(): Promise<pg.PoolClient>
  /** A statement that stands alone, on a connection that it shares. */
  rows<P extends object, Row>(statement: Statement<P, Row>, params: P): Promise<Row[]>
}

/**
 * One transaction, on a connection that it takes when it needs one. BEGIN travels with the first lock, and COMMIT with the
 * writes, so an operation is two round trips however much it writes. One that locks nothing is a single statement, a
 * transaction by itself, and what it reads before travels with what others read.
 */
export class Transaction implements Tx {
  readonly #source: Source
  readonly #connection: OwnConnection
  readonly #writes = new Writes()
  readonly #hopeful: boolean
  readonly #gate: Gate | undefined
  #begun = false
  /** Of which rows a hopeful try looked at one. */
  #looked: PgTable | undefined

  constructor(source: Source, { hopeful = false, gate }: TransactionOptions = {}) {
    this.#source = source
    this.#connection = new OwnConnection(() => source.connect())
    this.#hopeful = hopeful
    this.#gate = gate
    if (gate && !hopeful) this.#begin()
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

  rows<P extends object, Row>(statement: Statement<P, Row>, params: P): Promise<Row[]> {
    if (this.isHopeful) return heard(this.#source.rows(statement, params))
    const { name, text, values } = statement
    const sent = this.#connection.send({ name, text, values: values(params) })
    return heard(sent.then(({ rows }) => rows as Row[]))
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
    const statements = this.#writes.bind(this.#looked, this.#begun ? undefined : this.#gate?.condition)
    if (statements.length > 1) this.#begin()
    for (const statement of statements) this.#send(statement)
    const commit = this.#begun ? heard(this.#connection.send({ text: 'COMMIT' })) : undefined

    const failure = await this.#connection.settle()
    if (failure === undefined && commit && (await commit).command !== 'COMMIT') {
      await this.#connection.release({ isBroken: true })
      throw new Error('the transaction was rolled back although no statement failed')
    }
    // After a refusal the connection is clean: COMMIT has ended the failed transaction as a rollback.
    await this.#connection.release({ isBroken: failure !== undefined && refusalOf(failure) === undefined })
    if (failure !== undefined) throw failure
  }

  /** Ends the transaction without a trace. */
  async rollback(): Promise<void> {
    await this.#connection.settle()
    await this.#connection.release(this.#begun ? { after: 'ROLLBACK' } : {})
  }

  #begin(): void {
    if (this.#begun) return
    this.#begun = true
    heard(this.#connection.send({ text: 'BEGIN' }))
    if (this.#gate) this.#send(this.#gate.question)
  }

  #send({ name, text, values, explain }: Bound): void {
    heard(this.#connection.send({ name, text, values: [...values] }, explain))
  }
}
