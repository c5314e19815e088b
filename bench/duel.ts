import { type ByContestant, byContestant, type Contestant, contestants, inTurn } from './contestants.ts'
import type { Databases } from './databases.ts'
import { type Call, type Load, load } from './load.ts'
import type { Operation, Requests } from './operations.ts'
import type { Options } from './options.ts'
import { cpuBetween, cpuOf, type Server } from './processes.ts'
import { type NewCase, newCases } from './seed.ts'

/** One round of one contestant, per request: processor time in milliseconds, write-ahead log in bytes. */
export interface Round extends Load {
  readonly cpu: { readonly server: number; readonly database: number }
  readonly wal: number
}

/** All rounds of one operation at one number of connections; the n-th of each ran one after the other. */
export interface Duel {
  readonly operation: Operation
  readonly connections: number
  readonly rounds: ByContestant<readonly Round[]>
}

export interface Arena {
  readonly databases: Databases
  readonly servers: ByContestant<Server>
  readonly requests: Requests
  readonly signal: AbortSignal
}

/** What is to be sent: until so many seconds are over, or so many requests are answered. */
interface Amount {
  readonly seconds: number
  readonly requests: number
}

/** Open cases that wait to be resolved in one second of one round: no more than can be used, and a round ends early. */
const preparedPerSecond = 1_500
const longestWarmUp = 300

/**
 * Lets the contestants take turns, so that whatever else the machine does befalls all of them. Before it each answers `warmUp`
 * requests, so that what is measured is compiled, planned and in memory.
 */
export async function duel(
  arena: Arena,
  { rounds, seconds }: Options,
  { operation, connections }: Pick<Duel, 'operation' | 'connections'>,
  warmUp: number,
): Promise<Duel> {
  const { databases, signal } = arena
  const resolves = operation === 'keep-and-resolve'
  const perRound = preparedPerSecond * seconds
  const cases = resolves ? newCases(databases.seed, warmUp + perRound * rounds) : []
  await databases.addCases(cases)
  await databases.settle()

  let used = 0
  const turn = (amount: Amount, prepared: number) => {
    const mine = cases.slice(used, used + prepared)
    used += mine.length
    return inTurn((who) => round(arena, who, { operation, connections }, amount, mine))
  }
  await turn({ seconds: longestWarmUp, requests: warmUp }, warmUp)
  await databases.analyze()
  const fought = byContestant<Round[]>(() => [])
  for (let n = 0; n < rounds; n++) {
    signal.throwIfAborted()
    const all = await turn({ seconds, requests: Number.POSITIVE_INFINITY }, perRound)
    for (const who of contestants) fought[who].push(all[who])
  }
  return { operation, connections, rounds: fought }
}

async function round(
  { databases, servers, requests, signal }: Arena,
  who: Contestant,
  { operation, connections }: Pick<Duel, 'operation' | 'connections'>,
  amount: Amount,
  prepared: readonly NewCase[],
): Promise<Round> {
  const { pid, port } = servers[who]
  const used = async () => ({
    server: await cpuOf(pid),
    database: await cpuOf(databases.postmaster),
    wal: await databases.written(),
  })
  const before = await used()
  const next = first(amount.requests, requests(operation, prepared.values()))
  const result = await load({ port, connections, seconds: amount.seconds, next, signal })
  // Events are numbered behind the requests, and that is part of what they cost.
  await databases.numbered(who)
  const after = await used()
  const cpu = {
    server: cpuBetween(before.server, after.server) / result.requests,
    database: cpuBetween(before.database, after.database) / result.requests,
  }
  return { ...result, cpu, wal: (after.wal - before.wal) / result.requests }
}

/** The first so many requests, and then no more. */
function first(count: number, next: () => Call | undefined): () => Call | undefined {
  let left = count
  return () => (left-- > 0 ? next() : undefined)
}
