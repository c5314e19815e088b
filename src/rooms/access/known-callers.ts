import { timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { asJsonList, pick, type RowOf } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { ActingEmployee } from '../../db/work.ts'
import { Unauthenticated } from '../../lib/problems.ts'
import { apiKeys } from '../../tables/access.ts'
import { departures, employees, standIns } from '../../tables/people.ts'
import { listenForChanges } from './listen-for-changes.ts'
import type { Scope } from './scope-contract.ts'
import { digestOf, isWhole, mayBeSecret } from './secret.ts'

const keyRow = {
  ...pick(apiKeys, 'k', 'id', 'expiresAt'),
  scopes: sql<Scope[]>`k.scopes`,
  /** The first of the keys that took over from one another, up to this one. */
  line: sql<string>`(with recursive line as (select k.id, k.replaces_id
      union select o.id, o.replaces_id from ${apiKeys} o join line on o.id = line.replaces_id)
    select id from line where replaces_id is null)`,
}
const storedKey = { ...keyRow, ...pick(apiKeys, 'k', 'digest') }

/** A key that may be used, if it has not expired meanwhile. */
export type KnownKey = RowOf<typeof keyRow>
type StoredKey = RowOf<typeof storedKey>

const keyByHandle = selecting(storedKey)<{ handle: Buffer }>(sql`from ${apiKeys} k
  where substring(k.digest from 1 for 8) = ${sql.placeholder('handle')} and k.revoked_at is null`)

const standIn = {
  ...pick(standIns, 's', 'ownerId'),
  from: sql<number>`extract(epoch from s.from_at) * 1000`,
  until: sql<number>`extract(epoch from s.until_at) * 1000`,
}
const acting = {
  ...pick(employees, 'e', 'id', 'name', 'extension', 'teamId', 'role'),
  /** For whom they stand in, and when. */
  standIns: sql<
    RowOf<typeof standIn>[]
  >`(select ${asJsonList(standIn)} from ${standIns} s where s.stand_in_id = e.id)`,
}
/** Somebody who may call. */
type KnownEmployee = RowOf<typeof acting>

const mayCall = sql`from ${employees} e
  where e.departed_at is null and not exists (select from ${departures} where employee_id = e.id)`
const employeeById = selecting(acting)<{ id: string }>(sql`${mayCall} and e.id = ${sql.placeholder('id')}`)
const employeeBySubject = selecting(acting)<{ subject: string }>(
  sql`${mayCall} and e.subject = ${sql.placeholder('subject')}`,
)

/** It shares a connection with reads, so it never waits: a key that somebody holds is noted another time. */
const keyUsed = statement<{ id: string; at: string }, never>(sql`
  update ${apiKeys} set last_used_at = ${sql.placeholder('at')}
  where id = (select id from ${apiKeys} where id = ${sql.placeholder('id')}
    and coalesce(last_used_at < ${sql.placeholder('at')}, true) for no key update skip locked)`)

const mostRemembered = 10_000
const usedEvery = 60_000
const handleLength = 8

/**
 * Who may call, remembered so that a request costs no look-up. What is remembered counts only while this instance
 * hears of changes: the database says so on the channel `access_changed`, whoever changes a key or an employee.
 */
export class KnownCallers {
  readonly #db: Database
  readonly #keys = new Map<string, StoredKey>()
  readonly #employees = new Map<string, KnownEmployee>()
  readonly #subjects = new Map<string, KnownEmployee>()
  readonly #used = new Map<string, number>()
  #listening = false
  /** Grows with each forgetting: what was looked up before one may be what it wanted forgotten. */
  #forgotten = 0
  #stop: (() => Promise<void>) | undefined

  constructor(db: Database) {
    this.#db = db
  }

  /** Starts to hear of changes. Until it does, and whenever it does not, nothing is remembered. On the same connection it hears that the feed grew. */
  async listen(onGrowth: () => void = () => undefined): Promise<void> {
    this.#stop = await listenForChanges(this.#db, {
      onHearing: (hears) => {
        this.#listening = hears
        this.forget()
      },
      onChange: () => this.forget(),
      onGrowth,
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
    this.#subjects.clear()
  }

  /**
   * The key with this secret. It is found by the first eight bytes of its digest, which tell nothing of the secret, and
   * then compared as a whole in constant time. Throws `unauthenticated` for one that is unknown, revoked or expired.
   */
  async key(secret: string, now: number): Promise<KnownKey> {
    if (!mayBeSecret(secret)) throw refused('not in the form of a key')
    const digest = digestOf(secret)
    const handle = digest.subarray(0, handleLength)
    const name = handle.toString('base64')
    const key =
      this.#keys.get(name) ?? (await this.#remember(this.#keys, name, this.#db.row(keyByHandle, { handle })))
    if (!key || !timingSafeEqual(key.digest, digest))
      throw refused(isWhole(secret) ? 'an unknown or revoked key' : 'a key with a wrong checksum')
    if (key.expiresAt !== null && Date.parse(key.expiresAt) <= now) throw refused('an expired key')
    this.#noteUse(key.id, now)
    return key
  }

  /** The employee, unless unknown, leaving or departed. */
  async employee(id: string, now: number): Promise<ActingEmployee | undefined> {
    const known =
      this.#employees.get(id) ??
      (await this.#remember(this.#employees, id, this.#db.row(employeeById, { id })))
    return known && actingAt(known, now)
  }

  /** The employee whom the identity provider calls this, unless unknown, leaving or departed. */
  async employeeBySubject(subject: string, now: number): Promise<ActingEmployee | undefined> {
    const known =
      this.#subjects.get(subject) ??
      (await this.#remember(this.#subjects, subject, this.#db.row(employeeBySubject, { subject })))
    return known && actingAt(known, now)
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

const actingAt = ({ standIns, ...employee }: KnownEmployee, now: number): ActingEmployee => ({
  ...employee,
  standsInFor: standIns.filter(({ from, until }) => from <= now && now < until).map(({ ownerId }) => ownerId),
})

const refused = (reason: string) => Unauthenticated.because('The API key is not accepted.').noting(reason)
