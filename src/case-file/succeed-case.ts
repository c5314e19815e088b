import type { Work } from '../db/work.ts'
import type { Successor } from '../facts/find-successors.ts'
import type { Succession } from '../rooms/successions/contract.ts'
import { change, recordOnCase } from './change.ts'
import type { LockedCase, OpenCase, ResolvedCase } from './locked-case.ts'
import { isOpen } from './rules.ts'
import { writeSuccessions } from './write-successions.ts'

type Why = Pick<Succession, 'id' | 'cause'>
type NewOwner = Pick<Successor, 'id' | 'name' | 'extension'>

/**
 * Gives a case to the owner to whom a succession leads (law 12). Its open callback follows, with its window and its
 * history.
 */
export function succeedCase(work: Work, kase: OpenCase, succession: Why, to: NewOwner): OpenCase
export function succeedCase(work: Work, kase: ResolvedCase, succession: Why, to: NewOwner): ResolvedCase
export function succeedCase(work: Work, kase: LockedCase, { id, cause }: Why, to: NewOwner): LockedCase {
  const callback = isOpen(kase) ? kase.holds.callback : undefined
  const callbackId = callback?.id ?? null
  const passing = { id, caseId: kase.id, cause, fromOwnerId: kase.ownerId, toOwnerId: to.id, callbackId }
  const joined = { owner: { name: to.name, extension: to.extension }, standIns: [], standInId: null }

  let passed: LockedCase = kase
  writeSuccessions(work, [passing], (_, columns, data) => {
    passed = change(work, recordOnCase(work, kase, 'case.succeeded', data), columns, joined)
  })
  if (!callback) return passed
  return { ...passed, holds: { kind: 'promise', callback: { ...callback, version: callback.version + 1 } } }
}
