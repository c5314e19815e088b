import type { Resolution } from '../../case-file/case-columns.ts'
import type { Evidence } from '../../case-file/evidence/evidence.ts'
import type { LockedCase, OpenCase } from '../../case-file/locked-case.ts'
import { promiseAnew } from '../../case-file/make-promise.ts'
import { type PlannedCallback, planPromise } from '../../case-file/promise/plan-promise.ts'
import type { PromiseFacts } from '../../case-file/promise/promise-facts.ts'
import { resolutionOf, resolve } from '../../case-file/resolve.ts'
import type { Work } from '../../db/work.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import type { NewAttempt } from './contract.ts'

/** What takes the place of a callback that is kept, as it is to be stored. */
type Next = { readonly callback: PlannedCallback } | { readonly resolution: Resolution }

/** Reads what follows, as the attempt says it. Throws what `planPromise` throws, and `validation-failed` without words. */
export function planNext(
  work: Work,
  kase: OpenCase,
  given: NewAttempt,
  then: NonNullable<NewAttempt['then']>,
  evidence: Evidence,
  facts: PromiseFacts,
): Next {
  if (then.callback)
    return {
      callback: planPromise(kase, then.callback, '/then/callback', facts, work.now, kase.holds.callback),
    }
  const summary = then.resolve?.summary ?? given.summary
  if (!then.resolve || summary === undefined)
    throw ValidationFailed.at('/then/resolve/summary', 'is needed: what did the customer hear?')
  return { resolution: resolutionOf(work, kase, { outcome: then.resolve.outcome, summary }, evidence) }
}

/** The callback is kept: the case is resolved, or another callback takes its place. */
export const follow = (work: Work, kase: OpenCase, next: Next, evidence: Evidence): LockedCase =>
  'callback' in next
    ? promiseAnew(work, kase, { state: 'kept', contact: evidence }, next.callback)
    : resolve(work, kase, next.resolution, evidence)
