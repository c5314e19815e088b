import { Forbidden } from '../../lib/problems.ts'
import type { Scope } from './scope-contract.ts'

/** A key gets no scope that whoever gives it lacks. Throws `forbidden`, naming the first one missing. */
export function assertMayGive(mayGive: readonly Scope[], given: readonly Scope[]): void {
  const missing = given.find((scope) => !mayGive.includes(scope))
  if (missing === undefined) return
  throw Forbidden.because('A key gives no more than the key that makes it.', { required: missing })
}
