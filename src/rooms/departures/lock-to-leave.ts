import type { Work } from '../../db/work.ts'
import { lockOpenCases } from '../successions/succeed-cases.ts'
import { type Leaver, lockLeaver, lockOrganisation } from './lock-leaver.ts'

/**
 * Locks an owner who leaves, with their open cases. The cases are locked before their owner: whoever works on one of them
 * holds it and goes on to refer to the owner, so the other way round they would wait for each other.
 */
export async function lockToLeave(work: Work, id: string): Promise<Leaver> {
  const [, , leaver] = await Promise.all([
    lockOrganisation(work),
    lockOpenCases(work, id),
    lockLeaver(work, id),
  ])
  return leaver
}
