import type { Database } from '../../db/database.ts'
import { isOutOfTime, isUnavailable } from '../../db/errors.ts'
import type { Clock } from '../../lib/instant.ts'
import { announceSilence } from '../asks/announce-silence.ts'
import { announceDeadlines } from '../callbacks/announce-deadlines.ts'
import { announceOverdue } from '../consultations/announce-overdue.ts'
import { withdrawOfLeavers } from '../consultations/withdraw-of-leavers.ts'
import { completeDepartures } from '../departures/complete-departures.ts'
import { announceLateAnswers } from '../ideas/announce-late-answers.ts'
import { closeRounds } from '../pulse/close-rounds.ts'
import { announceReviews } from '../rules/announce-reviews.ts'
import { giveUpCalls } from '../telephony/give-up-calls.ts'
import { nextMoment } from './next-moment.ts'

/** Milliseconds: how soon it looks again for what it had to pass over, and how long it sleeps at most. */
const shortest = 50
const longest = 1000
const longestAfterErrors = 10_000

/** Milliseconds until something is tried again that failed so many times before. */
const pauseAfter = (errors: number): number => Math.min(longest * 2 ** errors, longestAfterErrors)

/**
 * A job that holds up no other: where it fails, it rests for a while, longer each time. That the database is not there is no
 * failure of its own, and thrown.
 */
function resting(job: () => Promise<unknown>, onError: (error: unknown) => void) {
  let errors = 0
  let until = 0
  const isResting = (): boolean => performance.now() < until
  return {
    isResting,
    async run(): Promise<void> {
      if (isResting()) return
      try {
        await job()
        errors = 0
      } catch (error) {
        if (isUnavailable(error) && !isOutOfTime(error)) throw error
        onError(error)
        until = performance.now() + pauseAfter(errors++)
      }
    },
  }
}

/**
 * Tells of promises when they fall due, of answers that a colleague owes an owner, of asks that silence grants and of rules whose
 * review is due, of ideas without an answer, lets those go who are leaving, takes calls for missed
 * that ring for ever, and closes weeks of the pulse, for as long as the process runs. It keeps no list of its own: it asks the
 * promises and the calls themselves for the next moment and sleeps until then. Any number of instances may do so at once.
 */
export function startDeadlines(
  db: Database,
  clock: Clock,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let errors = 0

  const jobs = [
    () => announceDeadlines(db, clock(), signal),
    () => announceOverdue(db, clock(), signal),
    () => announceSilence(db, clock(), signal),
    () => completeDepartures(db, clock, signal),
    () => withdrawOfLeavers(db, clock(), signal),
    () => announceReviews(db, clock(), signal),
    () => announceLateAnswers(db, clock(), signal),
    () => giveUpCalls(db, clock, signal),
    () => closeRounds(db, clock(), signal),
  ].map((run) => resting(run, onError))

  const turn = async (): Promise<number> => {
    for (const job of jobs) await job.run()
    const next = await nextMoment(db, clock())
    errors = 0
    if (next === undefined) return longest
    // What a job that failed did not tell of is due all the while.
    if (jobs.some((job) => job.isResting())) return longest
    const wait = Temporal.Instant.from(next).epochMilliseconds - clock().epochMilliseconds
    return Math.min(Math.max(wait, shortest), longest)
  }
  const begin = (): void => {
    running = turn()
      .catch((error: unknown) => {
        onError(error)
        return pauseAfter(errors++)
      })
      .then((pause) => {
        if (!signal.aborted) timer = setTimeout(begin, pause)
      })
  }
  begin()
  return {
    /** Lets the batch that is under way end. */
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
