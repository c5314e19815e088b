import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'
import type { ActingEmployee } from '../db/work.ts'
import { apiKeys } from '../tables/access.ts'
import { employees } from '../tables/people.ts'
import { listenForChanges } from './listen-for-changes.ts'
import type { Scope } from './scopes.ts'

/** A key that may be used, if it has not expired meanwhile. */
export interface KnownKey {
  readonly id: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: string | null
}

const keyByDigest = statement<{ digest: Buffer }, KnownKey>(sql`
  select id, scopes, expires_at as "expiresAt" from ${apiKeys}
  where digest = ${sql.placeholder('digest')} and revoked_at is null`)

const employeeById = statement<{ id: string }, ActingEmployee>(sql`
  select id, name, extension, team_id as "teamId", role from ${employees}
  where id = ${sql.placeholder('id')} and departed_at is null`)

const keyUsed = statement<{ id: string; at: string }, never>(sql`
  update ${apiKeys} set last_used_at = ${sql.placeholder('at')} where id = ${sql.placeholder('id')}`)

const mostRemembered = 10_000
const usedEvery = 60_000

/**
 * Who may call, remembered so that a request costs no look-up. What is remembered counts only while this instance
 * hears of changes: the database says so on the channel `access_changed`, whoever changes a key or an employee.
 */
export class KnownCallers {
  readonly #db: Database
  readonly #keys = new Map<string, KnownKey>()
  readonly #employees = new Map<string, ActingEmployee>()
  readonly #used = new Map<string, number>()
  #listening = false
  /** Grows with each forgetting: what was looked up before one may be what it wanted forgotten. */
  #forgotten = 0
  #stop: (() => Promise<void>) | undefined

  constructor(db: Database) {
    this.#db = db
  }

  /** Starts to hear of changes. Until it does, and whenever it does not, nothing is remembered. */
  async listen(): Promise<void> {
    this.#stop = await listenForChanges(this.#db, {
      onHearing: (hears) => {
        this.#listening = hears
        this.forget()
      },
      onChange: () => this.forget(),
    })
  }

  async close(): Promise<void> {
    await this.#stop?.()
  }

  /** Forgets everybody; the next request of each looks them up again. */
  forget(): void {
    this.#forgotten++
    this.#keys.clear()
    this.#employees.clear()
  }

  /** The key with this digest, unless it is unknown, revoked or expired. */
  async key(digest: Buffer, now: number): Promise<KnownKey | undefined> {
    const name = digest.toString('base64')
    const key =
      this.#keys.get(name) ?? (await this.#remember(this.#keys, name, this.#db.row(keyByDigest, { digest })))
    if (!key || (key.expiresAt !== null && Date.parse(key.expiresAt) <= now)) return undefined
    this.#noteUse(key.id, now)
    return key
  }

  /** The employee, unless unknown or departed. */
  async employee(id: string): Promise<ActingEmployee | undefined> {
    return (
      this.#employees.get(id) ??
      (await this.#remember(this.#employees, id, this.#db.row(employeeById, { id })))
    )
  }

  async #remember<T>(
    known: Map<string, T>,
    name: string,
    looked: Promise<T | undefined>,
  ): Promise<T | undefined> {
    const heard = this.#listening
    const before = this.#forgotten
    const found = await looked
    if (found && heard && this.#listening && before === this.#forgotten) {
      if (known.size >= mostRemembered) known.clear()
      known.set(name, found)
    }
    return found
  }

  #noteUse(id: string, now: number): void {
    if (now - (this.#used.get(id) ?? 0) < usedEvery) return
    this.#used.set(id, now)
    this.#db.rows(keyUsed, { id, at: new Date(now).toISOString() }).catch(() => this.#used.delete(id))
  }
}
