import type { Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { type AttemptOutcome, attempts } from '../../tables/callbacks.ts'
import { changeCallback, recordOnCase } from '../change.ts'
import type { OpenCase } from '../locked-case.ts'
import { countTries } from './count-tries.ts'
import { planNextTry } from './plan-next-try.ts'
import type { factsOfCallback } from './promise-facts.ts'

/** What planning the next try goes by. */
export type TryFacts = NonNullable<Awaited<ReturnType<typeof factsOfCallback>>>

/** A try at keeping a callback, as somebody tells of it. */
interface Told {
  readonly outcome: AttemptOutcome
  readonly at: string
  readonly summary: string | null
  readonly contactId: string | null
  readonly employeeId: string
}

/** A try as it is stored. */
export type AttemptRow = ReturnType<typeof attemptOf>

/** A try at keeping the open callback of a case, as it is to be stored. */
export const attemptOf = ({ now }: Work, { holds, team }: OpenCase, told: Told) => ({
  id: newId(),
  callbackId: holds.callback.id,
  ...told,
  day: Temporal.Instant.from(told.at).toZonedDateTimeISO(team.timeZone).toPlainDate().toString(),
  recordedAt: toWire(now),
})

/** Writes a try, and counts it. */
export function insertAttempt(work: Work, kase: OpenCase, attempt: AttemptRow): OpenCase {
  work.tx.insert(attempts, { ...attempt, caseId: kase.id, promisedAt: kase.holds.callback.madeAt })
  return changeCallback(work, kase, { attempts: kase.holds.callback.attempts + 1 })
}

/** The callback stays open; the next try comes after the pause that the team has agreed on, in working time. */
export function tryAgain(work: Work, kase: OpenCase, attempt: AttemptRow, facts: TryFacts): OpenCase {
  const { callback } = kase.holds
  const { id: attemptId, outcome, at } = attempt
  const counted = countTries([...facts.tried, attempt], facts.team, facts.attemptPause)
  const nextTryAt = planNextTry(facts, kase.team, counted, at, work.now)
  const planned = changeCallback(work, kase, { nextTryAt, version: callback.version + 1 })
  return recordOnCase(work, planned, 'callback.attempted', {
    callbackId: callback.id,
    attemptId,
    outcome,
    attempts: callback.attempts,
    nextTryAt,
  })
}
