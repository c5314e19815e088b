import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose'
import type { Clock } from '../../lib/instant.ts'
import { Overloaded } from '../../lib/problems.ts'
import { fetchIssuerKeys } from './fetch-issuer-keys.ts'

const freshFor = 10 * 60_000
const usableFor = 60 * 60_000
/** Neither tokens with invented key ids nor a provider that is away make us ask it more often than this. */
const restBetween = 3000

/**
 * The keys of the identity provider, fetched with the first token and remembered. They are fetched anew after ten
 * minutes, and when a token names one that is not among them. While the provider is away they count for an hour, which
 * jose's own remote set cannot do (decision 20).
 */
export class IssuerKeys {
  readonly #issuer: string
  readonly #clock: Clock
  readonly #onTrouble: (reason: string) => void
  #find: JWTVerifyGetKey | undefined
  #fetchedAt = Number.NEGATIVE_INFINITY
  #triedAt = Number.NEGATIVE_INFINITY
  #isAway = false
  #fetching: Promise<void> | undefined

  constructor(
    issuer: string,
    parts: { readonly clock: Clock; readonly onTrouble: (reason: string) => void },
  ) {
    this.#issuer = issuer
    this.#clock = parts.clock
    this.#onTrouble = parts.onTrouble
  }

  /** The key that a token is signed with. Throws `overloaded` while there are none, and jose's error for an unknown one. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (!this.#within(this.#fetchedAt, freshFor)) await this.#renew()
    try {
      return await this.#usable()(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      if (!this.#mayAsk()) throw this.#isAway ? unavailable() : error
      await this.#fetch()
      if (this.#isAway) throw unavailable()
      return await this.#usable()(header, token)
    }
  }

  /** Fetches what has grown old. Once the provider was found to be away, nobody waits for it again: it is tried beside. */
  async #renew(): Promise<void> {
    if (!this.#mayAsk()) return
    const fetched = this.#fetch()
    if (!this.#isAway || !this.#within(this.#fetchedAt, usableFor)) await fetched
  }

  #usable(): JWTVerifyGetKey {
    if (!this.#find || !this.#within(this.#fetchedAt, usableFor)) throw unavailable()
    return this.#find
  }

  #mayAsk(): boolean {
    return this.#fetching !== undefined || !this.#within(this.#triedAt, restBetween)
  }

  /** Asks the provider, once for all who wait. Never throws: what went wrong is told to the log. */
  #fetch(): Promise<void> {
    this.#fetching ??= this.#ask()
    return this.#fetching
  }

  async #ask(): Promise<void> {
    try {
      this.#find = createLocalJWKSet(await fetchIssuerKeys(this.#issuer))
      this.#fetchedAt = this.#now()
      this.#isAway = false
    } catch (error) {
      this.#isAway = true
      this.#onTrouble(reasonOf(error))
    }
    this.#triedAt = this.#now()
    this.#fetching = undefined
  }

  #now(): number {
    return this.#clock().epochMilliseconds
  }

  /** A moment that lies ahead of the clock was before somebody set the clock back: it says nothing. */
  #within(since: number, span: number): boolean {
    const age = this.#now() - since
    return age >= 0 && age < span
  }
}

/** What went wrong, for the log: of a failed fetch its cause, since its own message says only that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause ? String(cause.code) : cause.message
}

const unavailable = () => Overloaded.because('The identity provider does not answer.')
