import { byCharacters } from '../../lib/by-characters.ts'
import { steps } from './steps-contract.ts'

/** What speaks for and against somebody who may own a new case. */
export interface CandidateFacts {
  readonly id: string
  /** Where they work: in the customer's team, else in the organisation's default team, else anywhere. */
  readonly pool: 'team' | 'default-team' | 'elsewhere'
  /** Their departure has begun: they own what they own, and are given something new only where nobody else is left. */
  readonly leaving: boolean
  /** They stand in now for the employee whom a complaint is about, who does not own it either. */
  readonly standsInForConcerned: boolean
  readonly absent: boolean
  /** A telephone is to ring, and calls are not put through to them now: others of the same step go before them. */
  readonly away: boolean
  /** They know the topic of the case; nobody does where the case has none. */
  readonly competent: boolean
  readonly openCases: number
  /** A week. */
  readonly contractHours: number
  /** The newest open case of this customer that they own; null: none. */
  readonly openCase: string | null
  /** When they last resolved a case of this customer, in the past 12 months and in wire form; null: never. */
  readonly lastResolvedAt: string | null
}

/** Who owns a new case, and why: `considered` counts whom each step found, up to the one that chose. */
export interface Choice<C extends CandidateFacts> {
  readonly owner: C
  readonly reason: 'open-case-with-owner' | 'known-by-owner' | 'least-loaded' | 'fallback'
  readonly considered: readonly number[]
}

/**
 * Chooses the owner of a case that no employee took, so that a customer keeps the person they know and work falls
 * evenly: step by step, over the first pool in which there is anybody. Undefined only where there is nobody at
 * all: intake never fails (law 3).
 */
export function rankCandidates<C extends CandidateFacts>(candidates: readonly C[]): Choice<C> | undefined {
  const pool = firstOf(pools, candidates)
  const all = firstOf([({ standsInForConcerned }) => !standsInForConcerned, () => true], pool)
  const considered: number[] = []
  for (const step of steps) {
    const { who, before, reason } = ways[step]
    const found = all.filter(who)
    considered.push(found.length)
    const owner = found.reduce<C | undefined>(
      (best, next) => (best && (before(best, next) || byId(best, next)) <= 0 ? best : next),
      undefined,
    )
    if (owner) return { owner, considered, reason: reason ?? leastLoadedIn(owner) }
  }
  return undefined
}

type Is = (candidate: CandidateFacts) => boolean
/** Below zero where the first of the two goes before the other. */
type Before = (a: CandidateFacts, b: CandidateFacts) => number

interface Way {
  readonly who: Is
  readonly before: Before
  /** Left out: it depends on the pool. */
  readonly reason?: 'open-case-with-owner' | 'known-by-owner'
}

const pools: readonly Is[] = [
  ({ pool, leaving }) => pool === 'team' && !leaving,
  ({ pool, leaving }) => pool === 'default-team' && !leaving,
  ({ leaving }) => !leaving,
  () => true,
]

const newestOpenCase: Before = (a, b) => byCharacters(b.openCase ?? '', a.openCase ?? '')
const lastResolved: Before = (a, b) => byCharacters(b.lastResolvedAt ?? '', a.lastResolvedAt ?? '')
const leastLoaded: Before = (a, b) =>
  Number(a.away) - Number(b.away) || a.openCases / a.contractHours - b.openCases / b.contractHours
const byId: Before = (a, b) => byCharacters(a.id, b.id)

/** Whom a step finds, and who of them goes before the others. */
const ways: Readonly<Record<(typeof steps)[number], Way>> = {
  'open-case-with-owner': {
    who: ({ openCase }) => openCase !== null,
    before: newestOpenCase,
    reason: 'open-case-with-owner',
  },
  'known-by-owner': {
    who: ({ lastResolvedAt }) => lastResolvedAt !== null,
    before: lastResolved,
    reason: 'known-by-owner',
  },
  'competent-and-present': { who: ({ competent, absent }) => competent && !absent, before: leastLoaded },
  present: { who: ({ absent }) => !absent, before: leastLoaded },
  anybody: { who: () => true, before: leastLoaded },
}

const leastLoadedIn = ({ pool, leaving }: CandidateFacts) =>
  pool === 'team' && !leaving ? 'least-loaded' : 'fallback'

/** Those of the first kind of which there is anybody. */
function firstOf<C extends CandidateFacts>(kinds: readonly Is[], candidates: readonly C[]): readonly C[] {
  for (const kind of kinds) {
    const found = candidates.filter(kind)
    if (found.length > 0) return found
  }
  return []
}
