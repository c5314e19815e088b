import type { Reads } from '../db/work.ts'
import type { Scope } from '../rooms/access/scope-contract.ts'

/** Whether these scopes are enough: `admin` includes every other. */
export const includes = (scopes: readonly Scope[], scope: Scope): boolean =>
  scopes.includes(scope) || scopes.includes('admin')

/** What a system reads with these scopes. */
export const readsOf = (scopes: readonly Scope[]): Reads => ({
  cases: includes(scopes, 'cases:read'),
  customers: includes(scopes, 'customers:read'),
})
