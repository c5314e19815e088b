import { randomInt } from 'node:crypto'
import type { PulseAnswer } from './write-week.ts'

/** An answer that waits to be written, and by what its giver is known to be its own. */
export interface WaitingAnswer extends PulseAnswer {
  readonly week: string
  /** When that week ends, in wire form. */
  readonly endsAt: string
  readonly claim: string
}

/** Answers of one team that are written together. */
export interface Leaving {
  readonly week: string
  readonly teamId: string | null
  readonly answers: readonly WaitingAnswer[]
  /** The week is over: whoever is left leaves, however few they are. */
  readonly last: boolean
}

/** So many are written at once, at least: of them nobody can tell which answer is whose. */
export const together = 5

/**
 * Who of those who wait may be written now: five of a team, chosen by lot, once as many wait behind them, so that the last ones are
 * never few; and everybody when their week is over, or when `all` says so. `now` is in wire form.
 */
export function whoLeaves(waiting: readonly WaitingAnswer[], now: string, all = false): Leaving[] {
  const groups = Map.groupBy(waiting, ({ week, teamId }) => `${week} ${teamId}`)
  return [...groups.values()].flatMap(([...answers]) => {
    const [one] = answers
    if (!one) return []
    const { week, teamId, endsAt } = one
    const last = endsAt <= now
    if (!last && answers.length < (all ? together : 2 * together)) return []
    const lot = shuffled(answers)
    return [{ week, teamId, last, answers: last || all ? lot : lot.slice(0, together) }]
  })
}

function shuffled<T>(list: readonly T[]): T[] {
  const left = [...list]
  return list.flatMap(() => left.splice(randomInt(left.length), 1))
}
