import { type CandidateFacts, rankCandidates } from '../src/rooms/assignment/rank-candidates.ts'

/** Chooses among the members of a team. */
export type Order = (
  members: readonly CandidateFacts[],
) => { readonly owner: CandidateFacts; readonly reason: string } | undefined

/** The order of the service, and two that know less. Each team gets one of its own, since one of them remembers. */
export const orders: Readonly<Record<string, () => Order>> = {
  Eigenaar: () => rankCandidates,

  /** As even as can be: nobody's customer is anybody's, and anybody answers everything. */
  'least-loaded': () => (members) =>
    rankCandidates(
      members.map((member) => ({ ...member, openCase: null, lastResolvedAt: null, competent: false })),
    ),

  /** Each in their turn who is there. */
  'round robin': () => {
    let last = ''
    return (members) => {
      const present = members.filter(({ absent }) => !absent)
      const all = (present.length > 0 ? present : members).toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const owner = all.find(({ id }) => id > last) ?? all[0]
      if (!owner) return undefined
      last = owner.id
      return { owner, reason: 'in turn' }
    }
  },
}
