import { sql } from 'drizzle-orm'
import { selecting } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { NotYetUnreachable } from '../rooms/cases/problems.ts'
import { attempts } from '../tables/callbacks.ts'
import type { Draft } from './draft.ts'

const triedBefore = selecting({
  attempts: sql<number>`count(*) filter (where outcome <> 'message-sent')`,
  days: sql<number>`count(distinct day) filter (where outcome <> 'message-sent')`,
  messageSent: sql<boolean>`coalesce(bool_or(outcome = 'message-sent'), false)`,
})<{ callbackId: string | null }>(sql`from ${attempts} where callback_id = ${sql.placeholder('callbackId')}`)

/** Throws `not-yet-unreachable` until the open callback has been tried as the team has agreed (law 8). */
export async function assertTriedEnough({ tx }: Work, kase: Draft): Promise<void> {
  const tried = await tx.row(triedBefore, { callbackId: kase.callbackId })
  const { attempts, days, messageSent } = tried ?? { attempts: 0, days: 0, messageSent: false }
  if (attempts >= kase.attemptsNeeded && days >= kase.attemptDaysNeeded && messageSent) return
  throw NotYetUnreachable.because(
    `The agreement asks for ${kase.attemptsNeeded} attempts on ${kase.attemptDaysNeeded} days and a written message.`,
    { attempts, attemptsNeeded: kase.attemptsNeeded, days, daysNeeded: kase.attemptDaysNeeded, messageSent },
  )
}
