import type { Actor } from '../../db/work.ts'
import { Unprocessable } from '../../lib/problems.ts'
import type { CaseToOpen } from './contract.ts'

type Given = Pick<CaseToOpen, 'ownerId' | 'aboutEmployeeId'>

/**
 * Law 3: whoever takes it owns it, and a system may name who took it. Null leaves it to the team: what a specialist
 * takes as well, since intake never fails and a specialist never owns, and a complaint about whoever takes it, or about
 * whom they stand in for. Throws `unprocessable` for an employee who names somebody else.
 */
export function whoTakes(actor: Actor, given: Given): string | null {
  const { employee } = actor
  if (employee && given.ownerId !== undefined && given.ownerId !== employee.id) {
    throw Unprocessable.at('/ownerId', 'must be you: whoever takes a question owns it')
  }
  return takerOf(actor, given)
}

/** Whether somebody took it: then nobody has to be chosen, and nothing is locked. */
export const isTaken = (actor: Actor, given: Given): boolean => takerOf(actor, given) !== null

function takerOf({ employee }: Actor, { ownerId, aboutEmployeeId }: Given): string | null {
  if (!employee) return ownerId ?? null
  const isConcerned =
    aboutEmployeeId !== undefined && [employee.id, ...employee.standsInFor].includes(aboutEmployeeId)
  return employee.teamId === null || isConcerned ? null : employee.id
}
