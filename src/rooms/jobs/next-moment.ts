import type { Database } from '../../db/database.ts'
import { nextSilence } from '../asks/announce-silence.ts'
import { nextDeadline } from '../callbacks/announce-deadlines.ts'
import { nextNeed } from '../consultations/announce-overdue.ts'
import { nextLateAnswer } from '../ideas/announce-late-answers.ts'
import { nextClosing } from '../pulse/close-rounds.ts'
import { nextReviewDue } from '../rules/announce-reviews.ts'
import { nextGivenUp } from '../telephony/give-up-calls.ts'

/** The first moment of which something is to be told, in wire form; it may have passed. Undefined: there is none. */
export async function nextMoment(db: Database, now: Temporal.Instant): Promise<string | undefined> {
  const moments = await Promise.all([
    nextDeadline(db),
    nextNeed(db),
    nextSilence(db),
    nextReviewDue(db),
    nextLateAnswer(db),
    nextGivenUp(db, now),
    nextClosing(db),
  ])
  return moments.filter((at) => at !== undefined).sort()[0]
}
