import type { Scope } from '../rooms/access/scope-contract.ts'

/** What an operation asks of its caller. Every operation that somebody has to call says it. */
export interface Access {
  /**
   * The scope that a system needs when it calls for itself, or several of which one will do; `any`: none; null: only an
   * employee can do this.
   */
  readonly system: Scope | readonly Scope[] | 'any' | null
  /** The least role of an employee who does it, in person or through a system with `employees:act`. */
  readonly employee: 'member' | 'coach' | 'admin' | null
  /** What it shows is about nobody, neither customer nor employee: reading it leaves no trace in the audit log. */
  readonly impersonal?: true
  /** A ticket in its address will do, for browsers that cannot send who they are. */
  readonly takesTickets?: true
  /** With `anonymous` in its body nothing is kept that says who asked; `always`: of an employee nothing ever is. */
  readonly mayBeAnonymous?: true | 'always'
}
