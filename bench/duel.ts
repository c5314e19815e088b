import type { Contestant, Databases } from './databases.ts'
import { contestants } from './databases.ts'
import { type Load, load } from './load.ts'
import type { Operation, Requests } from './operations.ts'
import type { Options } from './options.ts'
import { cpuBetween, cpuOf, type Server } from './processes.ts'
import { newCases } from './seed.ts'

/** One round of one contestant; processor time in milliseconds per request. */
export interface Round extends Load {
  readonly cpu: { readonly server: number; readonly database: number }
}

/** All rounds of one operation at one number of connections; the n-th of both ran one after the other. */
export interface Duel {
  readonly operation: Operation
  readonly connections: number
  readonly rounds: Readonly<Record<Contestant, readonly Round[]>>
}

export interface Arena {
  readonly databases: Databases
  readonly servers: Readonly<Record<Contestant, Server>>
  readonly requests: Requests
  readonly signal: AbortSignal
}

/** Open cases that wait to be resolved in one second of one round: no more than can be used, and a round ends early. */
const preparedPerSecond = 1_500
const warmUp = 1

/** Lets both contestants take turns, so that whatever else the machine does befalls both. */
export async function duel(
  arena: Arena,
  options: Options,
  operation: Operation,
  connections: number,
): Promise<Duel> {
  const { databases, signal } = arena
  const cases =
    operation === 'keep-and-resolve'
      ? newCases(databases.seed, preparedPerSecond * (options.rounds * options.seconds + warmUp))
      : []
  await databases.addCases(cases)
  await databases.settle()

  let used = 0
  const turn = async (seconds: number) => {
    const mine = cases.slice(used, used + seconds * preparedPerSecond)
    used += mine.length
    const run = (who: Contestant) => round(arena, who, operation, connections, seconds, mine.values())
    return { floor: await run('floor'), service: await run('service') }
  }
  await turn(warmUp)
  await databases.analyze()
  const rounds: Record<Contestant, Round[]> = { floor: [], service: [] }
  for (let n = 0; n < options.rounds; n++) {
    signal.throwIfAborted()
    const both = await turn(options.seconds)
    for (const who of contestants) rounds[who].push(both[who])
  }
  return { operation, connections, rounds }
}

async function round(
  { databases, servers, requests, signal }: Arena,
  who: Contestant,
  operation: Operation,
  connections: number,
  seconds: number,
  prepared: Parameters<Requests>[1],
): Promise<Round> {
  const { pid, port } = servers[who]
  const before = [await cpuOf(pid), await cpuOf(databases.postmaster)] as const
  const next = requests(operation, prepared)
  const result = await load({ port, connections, seconds, next, signal })
  const after = [await cpuOf(pid), await cpuOf(databases.postmaster)] as const
  const cpu = {
    server: cpuBetween(before[0], after[0]) / result.requests,
    database: cpuBetween(before[1], after[1]) / result.requests,
  }
  return { ...result, cpu }
}
