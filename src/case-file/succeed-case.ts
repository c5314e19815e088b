import type { Work } from '../db/work.ts'
import type { Successor } from '../facts/find-successors.ts'
import type { Succession } from '../rooms/successions/contract.ts'
import { change, recordOnCase } from './change.ts'
import type { LockedCase, OpenCase, ResolvedCase } from './locked-case.ts'
import { passCallbacksOn } from './pass-callbacks-on.ts'
import { isOpen } from './rules.ts'

type Why = Pick<Succession, 'id' | 'cause'>
type Heir = Pick<Successor, 'id' | 'name' | 'extension'>

/**
 * Gives a case to the owner to whom a succession leads (law 12). Its open callback follows, with its window and its
 * history.
 */
export function succeedCase(work: Work, kase: OpenCase, succession: Why, to: Heir): OpenCase
export function succeedCase(work: Work, kase: ResolvedCase, succession: Why, to: Heir): ResolvedCase
export function succeedCase(work: Work, kase: LockedCase, { id, cause }: Why, to: Heir): LockedCase {
  const told = recordOnCase(work, kase, 'case.succeeded', {
    successionId: id,
    cause,
    fromOwnerId: kase.ownerId,
    toOwnerId: to.id,
  })
  const succeeded = change(
    work,
    told,
    { ownerId: to.id, successionId: id, assignmentReason: 'succession' },
    { owner: { name: to.name, extension: to.extension }, standIns: [], standInId: null },
  )
  if (!isOpen(succeeded)) return succeeded
  const { callback } = succeeded.holds
  passCallbacksOn(work, [{ callbackId: callback.id, ownerId: to.id }])
  return {
    ...succeeded,
    holds: { kind: 'promise', callback: { ...callback, version: callback.version + 1 } },
  }
}
