import type { Actor } from '../../db/work.ts'
import { Forbidden } from '../../lib/problems.ts'

/** Whoever announced it tends it, coaches and admins do, and systems with the scope. Throws `forbidden`. */
export function assertMayTend(
  { employee }: Actor,
  { announcedByKind, announcedById }: { readonly announcedByKind: string; readonly announcedById: string },
): void {
  if (employee?.role !== 'member') return
  if (announcedByKind === 'employee' && announcedById === employee.id) return
  throw Forbidden.because('Whoever announced it does that, or a coach.')
}
