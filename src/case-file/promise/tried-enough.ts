import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { NotYetUnreachable } from '../../rooms/cases/problems.ts'
import { attempts } from '../../tables/callbacks.ts'
import type { TeamTerms } from '../case-columns.ts'

/** The tries at keeping a callback: how many, on how many days, and whether the customer was written to as well. */
interface Tried {
  readonly attempts: number
  readonly days: number
  readonly messageSent: boolean
}

const triedBefore = statement<{ callbackId: string }, Tried>(sql`
  select count(*) filter (where outcome <> 'message-sent') as attempts,
    count(distinct day) filter (where outcome <> 'message-sent') as days,
    coalesce(bool_or(outcome = 'message-sent'), false) as "messageSent"
  from ${attempts} where callback_id = ${sql.placeholder('callbackId')}`)

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
