import type { CandidateFacts } from '../src/rooms/assignment/rank-candidates.ts'
import type { Person, Question } from './simulate-house.ts'

/** A question with its owner, and what is left to do. */
export interface Kase {
  readonly id: string
  readonly question: Question
  owner: Person
  effort: number
  resolvedDay: number | null
}

/** What speaks for and against a member, when a customer asks who had these cases `before`. */
export function factsOf(
  person: Person,
  { day, topic }: Question,
  before: readonly Kase[],
  openCases: number,
): CandidateFacts {
  const theirs = before.filter(({ owner }) => owner === person)
  const resolved = theirs.flatMap(({ resolvedDay }) => resolvedDay ?? [])
  return {
    id: person.id,
    pool: 'team',
    leaving: false,
    standsInForConcerned: false,
    absent: person.away.has(day),
    away: false,
    competent: person.topics.has(topic),
    openCases,
    contractHours: person.contractHours,
    openCase: theirs.findLast(({ resolvedDay }) => resolvedDay === null)?.id ?? null,
    lastResolvedAt: resolved.length === 0 ? null : String(Math.max(...resolved)).padStart(4, '0'),
  }
}
