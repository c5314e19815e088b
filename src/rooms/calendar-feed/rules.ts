import type { Actor } from '../../db/work.ts'
import { Forbidden } from '../../lib/problems.ts'

/** A feed belongs to its employee; an admin may act for them, and so may a system that is one. Throws `forbidden`. */
export function assertMayFeed({ employee }: Actor, employeeId: string): void {
  if (!employee || employee.role === 'admin' || employee.id === employeeId.toLowerCase()) return
  throw Forbidden.because('Only the employee or an admin may do this.', { required: 'admin' })
}
