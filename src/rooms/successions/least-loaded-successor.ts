import type { Successor } from '../../facts/find-successors.ts'

/**
 * The least-loaded of those who may take over: open cases over contract hours, those who are absent after everybody
 * who is there. Never whom the case is about. Undefined when nobody is left.
 */
export function leastLoadedSuccessor(
  candidates: readonly Successor[],
  aboutEmployeeId: string | null,
): Successor | undefined {
  let best: Successor | undefined
  for (const candidate of candidates) {
    if (candidate.id === aboutEmployeeId) continue
    if (best === undefined || comesBefore(candidate, best)) best = candidate
  }
  return best
}

function comesBefore(one: Successor, other: Successor): boolean {
  if (one.absent !== other.absent) return other.absent
  return one.owned / one.contractHours < other.owned / other.contractHours
}
