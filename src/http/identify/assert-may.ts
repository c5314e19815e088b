import type { Actor } from '../../db/work.ts'
import { Forbidden } from '../../lib/problems.ts'
import type { Scope } from '../../rooms/access/scope-contract.ts'
import type { Access } from '../access.ts'
import { includes } from '../what-scopes-allow.ts'

const ranks = { member: 0, coach: 1, admin: 2 }

/** Throws `forbidden` unless who calls has the role or one of the scopes that an operation asks for. */
export function assertMay({ employee }: Actor, scopes: readonly Scope[], access: Access): void {
  if (employee) {
    if (access.employee === null) throw Forbidden.because('Only a system may do this.')
    if (ranks[employee.role] < ranks[access.employee]) {
      throw Forbidden.because(`Only an employee with the role ${access.employee} may do this.`, {
        required: access.employee,
      })
    }
    return
  }
  if (access.system === null) {
    throw Forbidden.because('Only an employee can do this: name one in On-Behalf-Of.', {
      required: 'employees:act',
    })
  }
  const enough = [access.system].flat()
  if (!enough.some((scope) => scope === 'any' || includes(scopes, scope)))
    throw Forbidden.because('The key lacks the scope for this.', { required: enough[0] })
}
