import type { ClientBase } from 'pg'
import { type Finding, walkChain } from './chain.ts'
import { facts } from './facts.ts'
import { checkHeads } from './heads.ts'
import { invariants } from './invariants.ts'

export interface AuditOptions {
  /** Signed heads that somebody kept, beside those in the database. */
  readonly kept?: readonly string[]
  /** Hears how much of all is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
}

/** Of one broken law so many rows are named; the others are counted. */
const most = 100

/**
 * Holds the database against its history: the chain over all events, the signed heads of it, what events say of rows, and
 * every law. Answers with what is wrong as it finds it. It reads one state of the database, and changes nothing.
 */
export async function* audit(
  client: ClientBase,
  { kept = [], onProgress }: AuditOptions,
): AsyncGenerator<Finding> {
  const { rows } = await client.query('select count(*)::int as count from feed')
  const queries = Object.entries({ ...facts, ...invariants })
  const total = rows[0].count + queries.length * weight
  let done = 0
  for await (const { count, findings } of walkChain(client)) {
    yield* findings
    done += count
    onProgress?.(done / total)
  }
  yield* await checkHeads(client, kept)
  for (const [law, query] of queries) {
    const { rows } = await client.query(query)
    yield* rows.slice(0, most).map((row) => ({ law, row: nameOf(row) }))
    if (rows.length > most) yield { law, row: `and ${rows.length - most} more` }
    done += weight
    onProgress?.(done / total)
  }
}

/** A law takes about as long as so many events. */
const weight = 5_000

const nameOf = (row: Readonly<Record<string, unknown>>): string => Object.values(row).map(String).join(' ')
