import { HopeLost, isWorthRetrying, refusalOf, Unmet } from '../db/errors.ts'

import { type Lost, raceLostBy } from '../lib/problem.ts'

/** Another request with the same key wrote first. */
export const isRivals = (error: unknown): boolean =>
  refusalOf(error)?.constraint === 'idempotency_keys_are_used_once'

/** Whether a hopeful try came to nothing by what it could not know without locks. */
export const wasInVain = (error: unknown): boolean =>
  error instanceof HopeLost ||
  error instanceof Unmet ||
  isWorthRetrying(error) ||
  (refusalOf(error)?.constraint !== undefined && !isRivals(error))

/** What to do about an error that is a lost race, or none of the request's own doing. */
export function lostBy(error: unknown): Lost | undefined {
  if (isWorthRetrying(error)) return 'try-again'
  const constraint = refusalOf(error)?.constraint
  return constraint === undefined ? undefined : raceLostBy(constraint)
}
