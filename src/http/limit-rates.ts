import { isIP } from 'node:net'
import type { FastifyReply } from 'fastify'
import type { Database } from '../db/database.ts'
import type { Clock } from '../lib/instant.ts'
import { Problem } from '../lib/problem.ts'
import { RateLimited, Unauthenticated } from '../lib/problems.ts'
import { RateWindows } from './rate-windows.ts'

/** How many requests a caller may send in a minute, in all instances together. */
export interface RateLimits {
  /** Each address from which customers open their pages; left out: 600. */
  readonly pages?: number
  /** Each system, for itself and for all employees for whom it acts. */
  readonly systems: number
  /** Each employee who calls with an access token. */
  readonly employees: number
}

/** Counts requests, by who sends them or, where nobody is known, by whence they come. */
export interface CallerLimits {
  /**
   * Counts a request of this key or employee at `now` (milliseconds), and says on the answer how many are left. Throws `rate-limited` when it is
   * one too many.
   */
  count(kind: keyof RateLimits, id: string, now: number, reply: FastifyReply): Promise<void>
  /** What a refusal to say who calls becomes: `rate-limited` when too many of them went to this address. */
  refuse(refusal: unknown, address: string, reply: FastifyReply): unknown
}

/** Refused credentials in a minute from one address; each instance counts its own. */
const mostRefused = 6000
/** Addresses of which each is counted for itself; beyond them, all others count as one. */
const mostAddresses = 10_000

/** Holds callers to these limits, in minutes of UTC (draft-ietf-httpapi-ratelimit-headers). */
export function limitRates(db: Database, limits: RateLimits, clock: Clock): CallerLimits {
  const windows = new RateWindows(db)
  const most = { pages: 600, ...limits }
  const policies = {
    systems: policyOf(most.systems),
    employees: policyOf(most.employees),
    pages: policyOf(most.pages),
  }
  const refused = new Map<string, number>()
  let minute = 0

  const countRefused = (address: string, now: number): number => {
    const present = Math.floor(now / 60_000)
    if (present !== minute) {
      refused.clear()
      minute = present
    }
    const known = refused.has(address) || (refused.size < mostAddresses && isIP(address) !== 0)
    const name = known ? address : 'others'
    const count = (refused.get(name) ?? 0) + 1
    refused.set(name, count)
    return count
  }

  return {
    async count(kind, id, now, reply) {
      const left = await windows.take(kind === 'pages' ? `page ${id}` : id, most[kind], now)
      const seconds = secondsLeft(now)
      reply.headers({
        'ratelimit-policy': policies[kind],
        ratelimit: `"default";r=${Math.max(left, 0)};t=${seconds}`,
      })
      if (left < 0) throw tooMany(reply, seconds, `A caller may send ${most[kind]} requests in a minute.`)
    },

    refuse(refusal, address, reply) {
      if (!(refusal instanceof Problem) || refusal.kind !== Unauthenticated) return refusal
      const now = clock().epochMilliseconds
      return countRefused(address, now) > mostRefused
        ? tooMany(reply, secondsLeft(now), 'Too many refused credentials came from this address.')
        : refusal
    },
  }
}

const policyOf = (limit: number): string => `"default";q=${limit};w=60`

/** Until the minute is over: 1 to 60. */
const secondsLeft = (now: number): number => 60 - Math.floor((now % 60_000) / 1000)

function tooMany(reply: FastifyReply, seconds: number, detail: string): Problem {
  reply.header('retry-after', String(seconds))
  return RateLimited.because(detail)
}
