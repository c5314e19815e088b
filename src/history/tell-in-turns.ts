import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { RowOf } from '../db/selection.ts'
import type { Statement } from '../db/statement.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'

/** Rows in one statement, so that nobody who wants one of their cases waits long. */
export const inOneTurn = 500
/** Batches in one go: the next turn goes on with what is left. */
const mostBatches = 1000

/** How many were told of, and whether there may be more; of the parts `turn (mine)`, `claimed` and `marked`. */
export const outcomeOfTurn = {
  told: sql<number>`(select count(*) from marked)::integer`,
  again: sql<boolean>`mine and (select count(*) from claimed) = ${sql.raw(String(inOneTurn))}`,
}

/** A statement that takes the turn, and claims, writes and tells of at most `inOneTurn` rows. */
export type TellingInTurns = Statement<
  { readonly now: string; readonly ids: readonly string[] },
  RowOf<typeof outcomeOfTurn>
>

/** Runs it until nothing is left or another instance is at it; answers with the number of events. */
export async function tellInTurns(
  db: Database,
  statement: TellingInTurns,
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<number> {
  let events = 0
  for (let batch = 0; batch < mostBatches && !signal?.aborted; batch++) {
    const ids = Array.from({ length: inOneTurn }, newId)
    const tx = await db.transaction()
    // Alone in its transaction, and without BEGIN: a process that stops in the middle leaves no lock behind.
    const telling = tx.row(statement, { now: toWire(now), ids })
    await tx.commit()
    const { told, again } = (await telling) ?? { told: 0, again: false }
    events += told
    if (!again) break
  }
  return events
}
