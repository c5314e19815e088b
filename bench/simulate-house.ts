import { type Dice, throwDice } from './simulate-random.ts'

/** Working days of a year: five a week. */
export const year = 260

/** Somebody who works in a team, from one working day to before another. */
export interface Person {
  readonly id: string
  readonly team: number
  readonly contractHours: number
  readonly topics: ReadonlySet<number>
  readonly from: number
  readonly until: number
  /** The working days on which they are absent. */
  readonly away: ReadonlySet<number>
}

/** A question that comes in. */
export interface Question {
  readonly day: number
  readonly team: number
  readonly customer: string
  readonly topic: number
  /** Hours of work, in the end. */
  readonly effort: number
  /** Working days for which it waits for others, whoever works on it. */
  readonly wait: number
  /** It came by telephone, and somebody present took it, by their hours: a draw from 0 to below 1. Null: a form or a mail. */
  readonly answeredBy: number | null
}

export interface House {
  readonly teams: number
  readonly people: readonly Person[]
  /** Of two years, in their order: the first one makes the acquaintances with which the second begins. */
  readonly questions: readonly Question[]
}

const teams = 5
const contracts = [36, 36, 40, 32, 32, 28, 24, 24, 20, 16]
/** How many of ten know a topic; and by the same order, the first is asked about most. */
const expertise = [9, 8, 8, 7, 6, 5, 4, 3, 2, 2, 1, 1]
/** The part of their hours for which people are not on the telephone, in a meeting or at coffee. */
export const forCases = 0.6
const medianEffort = 0.75
const sigmaOfEffort = 0.8
/** The part of what can be done that is asked: at one, everybody would drown. */
const busyness = 0.88

/** Fifty people in five teams, and two years of what they are asked, by a seed. */
export function buildHouse(seed: number): House {
  const dice = throwDice(seed)
  const people = hire(dice)
  return { teams, people, questions: ask(dice) }
}

function hire(dice: Dice): Person[] {
  const people: Person[] = []
  const add = (person: Omit<Person, 'id' | 'away'>) =>
    people.push({
      ...person,
      id: `person ${String(people.length + 1).padStart(2, '0')}`,
      away: daysOff(dice),
    })
  for (let team = 0; team < teams; team++) {
    for (const contractHours of contracts) {
      const topics = new Set(expertise.flatMap((of, topic) => (dice.whole(10) < of ? [topic] : [])))
      const place = { team, contractHours, topics }
      // One in ten leaves in a year, and somebody else begins two weeks later.
      const leaves = dice.draw() < 0.2 ? dice.whole(2 * year) : Number.POSITIVE_INFINITY
      add({ ...place, from: 0, until: leaves })
      if (leaves < 2 * year) add({ ...place, from: leaves + 10, until: Number.POSITIVE_INFINITY })
    }
  }
  return people
}

/** Holidays of two or three weeks in summer and of days elsewhere, and now and then an illness, mostly short. */
function daysOff(dice: Dice): ReadonlySet<number> {
  const off = new Set<number>()
  const take = (from: number, days: number) => {
    for (let day = from; day < from + days; day++) off.add(day)
  }
  for (let begins = 0; begins < 2 * year; begins += year) {
    take(begins + 125 + dice.whole(45), 10 + dice.whole(6))
    for (let n = 0; n < 4; n++) take(begins + dice.whole(year), 1 + dice.whole(5))
    for (let n = dice.times(2); n > 0; n--)
      take(begins + dice.whole(year), Math.ceil(Math.min(dice.longTailed(2, 1), 90)))
  }
  return off
}

/** Mondays are busy and Fridays are not. */
const weekdays = [1.3, 1.05, 1, 0.9, 0.75]

function ask(dice: Dice): Question[] {
  const hours = contracts.reduce((sum, each) => sum + each, 0) / 5
  const meanEffort = medianEffort * Math.exp(sigmaOfEffort ** 2 / 2)
  const present = 0.87
  const perDay = (hours * forCases * present * busyness) / meanEffort
  const questions: Question[] = []
  const askedBefore: string[][] = Array.from({ length: teams }, () => [])
  let customers = 0
  for (let day = 0; day < 2 * year; day++) {
    for (let team = 0; team < teams; team++) {
      for (let n = dice.times(perDay * (weekdays[day % 5] ?? 1)); n > 0; n--) {
        const before = askedBefore[team] ?? []
        // Whoever asked often asks again sooner: each question of before draws alike, the latest ones more.
        const kind = dice.draw()
        const recent = Math.min(before.length, 150)
        const again =
          kind < 0.45
            ? before[dice.whole(before.length)]
            : kind < 0.6
              ? before[before.length - 1 - dice.whole(recent)]
              : undefined
        const customer = again ?? `customer ${++customers}`
        before.push(customer)
        questions.push({
          day,
          team,
          customer,
          topic: topicOf(dice),
          effort: dice.longTailed(medianEffort, sigmaOfEffort),
          wait: Math.floor(dice.longTailed(1, 1)),
          answeredBy: dice.draw() < 0.3 ? dice.draw() : null,
        })
      }
    }
  }
  return questions
}

const popularity = expertise.map((_, topic) => 1 / (topic + 1))
const topicOf = (dice: Dice): number => weighed(popularity, dice.draw())

/** The place that a draw from 0 to below 1 falls on, where each has its weight. */
export function weighed(weights: readonly number[], draw: number): number {
  let left = draw * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [place, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return place
  }
  return 0
}
