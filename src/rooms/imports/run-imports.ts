import { sql } from 'drizzle-orm'
import type { BulkConnection } from '../../db/bulk/bulk.ts'
import type { Database } from '../../db/database.ts'
import { isWorthRetrying, refusalOf } from '../../db/errors.ts'
import { selecting } from '../../db/statement.ts'
import { newId } from '../../lib/id.ts'
import { type Clock, toWire } from '../../lib/instant.ts'
import { imports } from '../../tables/imports.ts'
import { apply, rehearse } from './apply-queries.ts'
import {
  claim,
  end,
  holdKnown,
  lastOfNext,
  markPrepared,
  markRepeated,
  markSamePerson,
  refuseLine,
} from './step-queries.ts'

const running = selecting({
  isThere: sql<boolean>`exists (select from ${imports} i where i.state = 'running')`,
})<object>()

interface Claimed {
  readonly id: string
  readonly dryRun: boolean
  readonly prepared: boolean
  readonly afterLine: number
}

/** Lines that are settled by one transaction: it holds their customers, for whom others may wait. */
const atOnce = 1000

/**
 * Settles what became of the lines of running imports, until nothing is left or another instance is at it. Each step is a
 * transaction, and it says in the import itself how far that is: whoever goes on, after whatever has happened, begins behind it.
 */
export async function runImports(db: Database, clock: Clock, signal: AbortSignal): Promise<void> {
  if (!(await db.row(running, {}))?.isThere) return
  const connection = await db.bulk()
  let isWhole = false
  try {
    let most = atOnce
    while (!signal.aborted) {
      const step = await inTransaction(connection, () => takeStep(connection, clock, most))
      if (step === 'nothing') break
      most = step === 'again' ? Math.max(1, Math.floor(most / 2)) : Math.min(atOnce, most * 2)
    }
    isWhole = true
  } finally {
    connection.release(!isWhole)
  }
}

type Step = 'nothing' | 'done' | 'again'

/** Runs a step in a transaction; a refusal leaves nothing behind, and is tried again with fewer lines. */
async function inTransaction(connection: BulkConnection, step: () => Promise<Step>): Promise<Step> {
  await connection.rows('begin')
  try {
    const taken = await step()
    await connection.rows('commit')
    return taken
  } catch (error) {
    await connection.rows('rollback')
    if (refusalOf(error)?.constraint === undefined && !isWorthRetrying(error)) throw error
    return 'again'
  }
}

async function takeStep(connection: BulkConnection, clock: Clock, most: number): Promise<Step> {
  const [claimed] = await connection.rows<Claimed>(claim)
  if (!claimed) return 'nothing'
  const { id, dryRun, prepared, afterLine } = claimed
  if (!prepared) {
    // So many lines have just come that the planner knows nothing of them; what it knows is of an import before, and by that it
    // would look at all lines again for each of them.
    await connection.rows('analyze import_lines')
    await connection.rows(markRepeated, [id])
    await connection.rows(markSamePerson, [id])
    await connection.rows(markPrepared, [id])
    return 'done'
  }
  const [next] = await connection.rows<{ last: number | null }>(lastOfNext, [id, afterLine, most])
  if (!next?.last) {
    await connection.rows(end, [id, toWire(clock()), newId()])
    return 'done'
  }
  const now = toWire(clock())
  await connection.rows(holdKnown, [id, afterLine, next.last])
  if (most > 1) {
    await connection.rows(dryRun ? rehearse : apply, [id, afterLine, next.last, now])
    return 'done'
  }
  // One line by itself: what the database has against it is the line's own, and is told with it.
  await connection.rows('savepoint line')
  try {
    await connection.rows(dryRun ? rehearse : apply, [id, afterLine, next.last, now])
  } catch (error) {
    const constraint = refusalOf(error)?.constraint
    if (constraint === undefined || constraint === 'customer_references_are_unique') throw error
    await connection.rows('rollback to savepoint line')
    await connection.rows(refuseLine, [id, next.last, constraint])
    await connection.rows(apply, [id, afterLine, next.last, now])
  }
  return 'done'
}
