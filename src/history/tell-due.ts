import type { Database } from '../db/database.ts'
import type { Statement } from '../db/statement.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'

/** Rows in one statement; there are few, and the next batch goes on with what is left. */
export const dueAtOnce = 500

/** A statement that tells of what is due by `now`, at most `dueAtOnce` of it, with these ids for its events. */
type Telling = Statement<{ now: string; ids: readonly string[] }, { readonly told: number }>

/** Tells of all that is due by `now`, each once, `next` being the first moment of which nobody was told. Answers with the number of events. */
export async function tellDue(
  db: Database,
  { tell, next }: { readonly tell: Telling; readonly next: (db: Database) => Promise<string | undefined> },
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<number> {
  const at = toWire(now)
  let events = 0
  for (let told = dueAtOnce; told === dueAtOnce && !signal?.aborted; events += told) {
    const first = await next(db)
    if (first === undefined || first > at) break
    const tx = await db.transaction()
    // Alone in its transaction, and without BEGIN: a process that stops in the middle leaves no lock behind.
    const telling = tx.row(tell, { now: at, ids: Array.from({ length: dueAtOnce }, newId) })
    await tx.commit()
    told = (await telling)?.told ?? 0
  }
  return events
}
