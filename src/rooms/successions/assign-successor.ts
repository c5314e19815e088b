import type { LockedCase } from '../../case-file/locked-case.ts'
import type { Work } from '../../db/work.ts'
import { findSuccessors, type Successor } from '../../facts/find-successors.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { leastLoadedSuccessor } from './least-loaded-successor.ts'

/**
 * Who takes over one case: whom the request names, another active member of the team, or else the least-loaded who is
 * there. Never whom the case is about, nor one of `except`. Throws `unprocessable` when the one named cannot, or nobody can.
 */
export async function assignSuccessor(
  work: Work,
  kase: LockedCase,
  namedId: string | undefined,
  except: readonly (string | null | undefined)[] = [],
): Promise<Successor> {
  const members = await findSuccessors(work, kase.teamId, kase.ownerId)
  const teammates = members.filter(({ id }) => !except.includes(id))
  if (namedId === undefined) {
    const present = teammates.filter(({ absent }) => !absent)
    const chosen = leastLoadedSuccessor(present, kase.aboutEmployeeId)
    if (!chosen) throw Unprocessable.at('/toOwnerId', 'is needed: nobody else of the team is there')
    return chosen
  }
  const named = teammates.find(({ id }) => id === namedId)
  // As for somebody who is none: whoever asks need not learn whom the case is about.
  if (!named || named.id === kase.aboutEmployeeId)
    throw Unprocessable.at('/toOwnerId', 'is no other active member of the team who could own this case')
  return named
}
