import type { Actor } from '../../db/work.ts'
import { Forbidden } from '../../lib/problems.ts'

/**
 * Admins set every budget, a coach those of the own team and its members, and a coach of no team those of all. Throws
 * `forbidden` for others.
 */
export function assertMaySetBudget({ employee }: Actor, teamId: string | null): void {
  if (employee === null || employee.role === 'admin') return
  if (employee.role === 'coach' && (employee.teamId === null || employee.teamId === teamId)) return
  throw Forbidden.because('Only a coach of the team or an admin sets this budget.')
}
