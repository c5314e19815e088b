import type { Actor } from '../../db/work.ts'
import { Forbidden } from '../../lib/problems.ts'
import type { Customer } from '../customers/contract.ts'

/** Throws `forbidden` for a member or a specialist, unless all these customers are their own team's. */
export function assertMayMerge({ employee }: Actor, ...customers: readonly Customer[]): void {
  if (employee?.role !== 'member' || customers.every(({ teamId }) => teamId === employee.teamId)) return
  throw Forbidden.because('The team of both customers merges and parts them, or a coach or an admin does.', {
    required: 'coach',
  })
}
