import { factsOf, type Kase } from './simulate-facts.ts'
import { forCases, type House, type Person, type Question, weighed, year } from './simulate-house.ts'
import type { Order } from './simulate-orders.ts'

/** What a year was like, from day to day; the year before it only made the acquaintances. */
export interface YearSeen {
  /** Each Friday: of each team, the open cases for a full contract of 36 hours, of each member. */
  readonly weeks: readonly (readonly number[])[]
  /** What was assigned, one by one. */
  readonly assigned: readonly Assigned[]
  /** Working days from the question to the end, of each case that ended. */
  readonly lasted: readonly number[]
}

export interface Assigned {
  readonly reason: string
  /** The customer has asked before, in the past twelve months and still in this team. */
  readonly returning: boolean
  /** The owner owned one of their questions then. */
  readonly known: boolean
  readonly competent: boolean
}

/** Lives through the two years of a house under one order of choosing. Gives up when the signal says so. */
export async function liveThrough(
  house: House,
  makeOrder: () => Order,
  { signal, onWeek }: { readonly signal: AbortSignal; readonly onWeek: (week: number) => unknown },
): Promise<YearSeen> {
  const orders = Array.from({ length: house.teams }, makeOrder)
  const ofCustomer = new Map<string, Kase[]>()
  const owned = new Map<Person, Set<Kase>>(house.people.map((person) => [person, new Set()]))
  const seen = { weeks: [] as number[][], assigned: [] as Assigned[], lasted: [] as number[] }
  let asked = 0
  let made = 0

  const teamOn = (team: number, day: number) =>
    house.people.filter((person) => person.team === team && person.from <= day && day < person.until)
  const openOf = (person: Person): Set<Kase> => owned.get(person) ?? new Set()
  const loadOf = (person: Person): number => openOf(person).size / person.contractHours

  const choose = (question: Question, members: readonly Person[]): Person => {
    const { day, topic, customer, answeredBy } = question
    const present = members.filter(({ away }) => !away.has(day))
    const before = (ofCustomer.get(customer) ?? []).filter(
      ({ resolvedDay }) => resolvedDay === null || resolvedDay > day - year,
    )
    const hours = present.map(({ contractHours }) => contractHours)
    const taker = answeredBy === null ? undefined : present[weighed(hours, answeredBy)]
    if (taker) return taker
    const candidates = members.map((person) => factsOf(person, question, before, openOf(person).size))
    const choice = orders[question.team]?.(candidates)
    const owner = members.find(({ id }) => id === choice?.owner.id)
    if (!choice || !owner) throw new Error('a team has nobody')
    if (day >= year)
      seen.assigned.push({
        reason: choice.reason,
        returning: before.length > 0,
        known: before.some((kase) => kase.owner === owner),
        competent: owner.topics.has(topic),
      })
    return owner
  }

  for (let day = 0; day < 2 * year; day++) {
    signal.throwIfAborted()
    const teams = Array.from({ length: house.teams }, (_, team) => teamOn(team, day))
    for (const leaver of house.people.filter(({ until }) => until === day)) succeed(leaver, day)
    for (let next = house.questions[asked]; next?.day === day; next = house.questions[++asked]) {
      const owner = choose(next, teams[next.team] ?? [])
      const kase = {
        id: String(++made).padStart(9, '0'),
        question: next,
        owner,
        effort: next.effort,
        resolvedDay: null,
      }
      openOf(owner).add(kase)
      const theirs = ofCustomer.get(next.customer)
      if (theirs) theirs.push(kase)
      else ofCustomer.set(next.customer, [kase])
    }
    for (const members of teams) {
      const present = members.filter(({ away }) => !away.has(day))
      const left = present.map((person) => ({ person, hours: work(openOf(person), budgetOf(person), day) }))
      // Absence moves nothing: who has time left acts for those who are absent.
      for (const absent of members.filter(({ away }) => away.has(day)))
        for (const standIn of left) standIn.hours = work(openOf(absent), standIn.hours, day)
    }
    if (day % 5 === 4) {
      if (day >= year) for (const members of teams) seen.weeks.push(members.map((each) => loadOf(each) * 36))
      onWeek((day + 1) / 5)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return seen

  /** Works on these cases, the oldest first; answers with the hours that are left. */
  function work(cases: Set<Kase>, budget: number, day: number): number {
    let left = budget
    for (const kase of cases) {
      const spent = Math.min(left, kase.effort)
      kase.effort -= spent
      left -= spent
      if (kase.effort > 0 || day < kase.question.day + kase.question.wait) continue
      kase.resolvedDay = day
      cases.delete(kase)
      if (day >= year) seen.lasted.push(day - kase.question.day + 1)
    }
    return left
  }

  /** The cases of who leaves go one by one to the least-loaded of the team. */
  function succeed(leaver: Person, day: number): void {
    const team = teamOn(leaver.team, day)
    for (const kase of openOf(leaver)) {
      const to = team.reduce((best, next) => (loadOf(next) < loadOf(best) ? next : best))
      kase.owner = to
      openOf(to).add(kase)
    }
    openOf(leaver).clear()
  }
}

const budgetOf = ({ contractHours }: Person): number => (contractHours / 5) * forCases
