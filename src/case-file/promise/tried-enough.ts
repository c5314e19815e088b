import { sql } from 'drizzle-orm'
import type { RowOf } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { NotYetUnreachable } from '../../rooms/cases/problems.ts'
import { attempts } from '../../tables/callbacks.ts'
import type { TeamTerms } from '../case-columns.ts'

/** Of the tries at keeping a callback: how many, on how many days, and whether the customer was written to as well. */
const tries = {
  attempts: sql<number>`count(*) filter (where outcome <> 'message-sent')`,
  days: sql<number>`count(distinct day) filter (where outcome <> 'message-sent')`,
  messageSent: sql<boolean>`coalesce(bool_or(outcome = 'message-sent'), false)`,
}
type Tried = RowOf<typeof tries>

const triedBefore = selecting(tries)<{ callbackId: string }>(
  // What was tried before it was promised was not tried to keep it (law 5).
  sql`from ${attempts} where callback_id = ${sql.placeholder('callbackId')} and at >= promised_at`,
)

/** How an open callback has been tried. */
export const findTried = async ({ tx }: Work, callbackId: string): Promise<Tried> =>
  (await tx.row(triedBefore, { callbackId })) ?? { attempts: 0, days: 0, messageSent: false }

/** Throws `not-yet-unreachable` until the open callback has been tried as the team has agreed (law 8). */
export function assertTriedEnough(
  { attempts, days, messageSent }: Tried,
  { attemptsNeeded, attemptDaysNeeded }: TeamTerms,
): void {
  if (attempts >= attemptsNeeded && days >= attemptDaysNeeded && messageSent) return
  throw NotYetUnreachable.because(
    `The agreement asks for ${attemptsNeeded} attempts on ${attemptDaysNeeded} days and a written message.`,
    { attempts, attemptsNeeded, days, daysNeeded: attemptDaysNeeded, messageSent },
  )
}
