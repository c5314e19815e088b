import type { Actor } from '../../db/work.ts'
import type { Problem } from '../../lib/problem.ts'
import { Forbidden } from '../../lib/problems.ts'
import type { OutreachState as State } from '../../tables/ahead/outreaches.ts'
import { OutreachState } from './problems.ts'

/** A draft is tended by whoever made it, by coaches, admins and systems with the scope. Throws `forbidden`. */
export function assertMayTend(
  { employee }: Actor,
  { announcedByKind, announcedById }: { readonly announcedByKind: string; readonly announcedById: string },
): void {
  if (employee?.role !== 'member') return
  if (announcedByKind === 'employee' && announcedById === employee.id) return
  throw Forbidden.because('Whoever made the draft does that, or a coach.')
}

/** Throws `outreach-state` for one that has started. */
export function assertDraft({ state }: { readonly state: State }): void {
  if (state !== 'draft') throw inState(state, 'It is no draft any more.')
}

export const inState = (state: State, detail: string): Problem => OutreachState.because(detail, { state })
