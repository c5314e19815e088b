import type { CustomerHours, OwnerHours, OwnHours, TeamHours, Yielded } from '../../src/calendar/calendars.ts'
import { type WeeklyHours, weekdays } from '../../src/lib/hours.ts'

/**
 * The calendar once more, as slowly and plainly as it can be said: every minute is looked at by itself, and asked what
 * the clock on the wall says. It shares no code with what it judges.
 */

const minute = 60_000

/** What the clocks of a zone say in each minute of a stretch of time, asked of Temporal one by one. */
class Wall {
  readonly #days: Int32Array
  readonly #minutes: Int16Array
  readonly #from: number

  constructor(zone: string, from: number, minutes: number) {
    this.#from = from
    this.#days = new Int32Array(minutes)
    this.#minutes = new Int16Array(minutes)
    for (let at = 0; at < minutes; at++) {
      const there = Temporal.Instant.fromEpochMilliseconds(from + at * minute).toZonedDateTimeISO(zone)
      this.#days[at] = Math.round(Date.UTC(there.year, there.month - 1, there.day) / 86_400_000)
      this.#minutes[at] = there.hour * 60 + there.minute
    }
  }

  day(moment: number): number {
    return this.#days[Math.floor((moment - this.#from) / minute)] ?? 0
  }

  minuteOfDay(moment: number): number {
    return this.#minutes[Math.floor((moment - this.#from) / minute)] ?? 0
  }
}

/** A stretch of time that the oracle knows the clocks of. */
export interface Period {
  readonly from: number
  readonly minutes: number
}

const walls = new Map<string, Wall>()

function wallOf(zone: string, period: Period): Wall {
  const name = `${zone} ${period.from}`
  const wall = walls.get(name) ?? new Wall(zone, period.from, period.minutes)
  walls.set(name, wall)
  return wall
}

type Open = (moment: number) => boolean

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Hours of a day as the minutes of it at which they begin and end. */
const inMinutes = (hours: readonly { readonly from: string; readonly until: string }[]) =>
  hours.map(({ from, until }) => ({ from: minutesOf(from), until: minutesOf(until) }))

function weekly(hours: WeeklyHours, zone: string, period: Period): Open {
  const wall = wallOf(zone, period)
  const week = weekdays.map((day) => inMinutes(hours[day] ?? []))
  return (moment) => {
    const now = wall.minuteOfDay(moment)
    return (week[(wall.day(moment) + 3) % 7] ?? []).some(({ from, until }) => from <= now && now < until)
  }
}

export interface Question {
  readonly team: TeamHours
  readonly owner: OwnerHours
  readonly customer: CustomerHours
  readonly now: number
  /** In minutes. */
  readonly within: number
  readonly workingDays: number
  readonly period: Period
  /** The public holidays, as somebody would read them off a wall calendar. */
  readonly holidays: ReadonlySet<string>
}

export interface Answered {
  readonly from: number
  readonly until: number
  readonly yielded: Yielded
  readonly cutByHorizon: boolean
  readonly horizon: number
}

/** The whole answer, minute by minute; undefined when the period is too short to tell. */
export function ask(question: Question): Answered | undefined {
  const { team, owner, customer, now, within, workingDays, period, holidays } = question
  const end = period.from + period.minutes * minute
  const wall = wallOf(team.timeZone, period)
  const closed = new Set([...holidays, ...team.closures.map(({ date }) => date)].map(dayNumber))
  const hours = weekly(team.openingHours, team.timeZone, period)
  // Read once: to read dates again in every minute took most of the time.
  const openings = team.openings.map(({ date, intervals }) => ({
    day: dayNumber(date),
    intervals: inMinutes(intervals),
  }))
  const besides: Open = (moment) =>
    openings.some(
      ({ day, intervals }) =>
        day === wall.day(moment) &&
        intervals.some(
          ({ from, until }) => from <= wall.minuteOfDay(moment) && wall.minuteOfDay(moment) < until,
        ),
    )
  const open: Open = (moment) => (hours(moment) && !closed.has(wall.day(moment))) || besides(moment)
  const worksOf = ({ workingHours, timeZone }: OwnHours): Open =>
    workingHours ? weekly(workingHours, timeZone ?? team.timeZone, period) : () => true
  const working = worksOf(owner)
  const turns = owner.standIns.map((standIn) => ({ ...standIn, works: worksOf(standIn) }))
  const away: Open = (moment) => owner.absences.some(({ from, until }) => from <= moment && moment < until)
  const stoodIn: Open = (moment) =>
    turns.some(({ from, until, works }) => from <= moment && moment < until && works(moment))
  const present: Open = (moment) => open(moment) && ((working(moment) && !away(moment)) || stoodIn(moment))
  const wish =
    customer.preferredWindows && weekly(customer.preferredWindows, customer.timeZone ?? team.timeZone, period)
  const asked: Open = (moment) => present(moment) && (wish?.(moment) ?? true)

  const horizon = horizonByMinute(open, wall, now, workingDays, end)
  if (horizon === undefined) return undefined
  for (const [suits, yielded] of [
    [asked, null],
    [present, 'customer'],
    [open, 'owner'],
  ] as const) {
    const from = firstMinute(suits, now, horizon)
    if (from === undefined) continue
    return { from, ...passed(suits, from, horizon, within), yielded, horizon }
  }
  return { from: now, until: now + within * minute, yielded: 'team', cutByHorizon: false, horizon }
}

const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)

/** Minutes that begin at whole minutes; the first may have begun already. */
function* minutesFrom(from: number, limit: number): Generator<readonly [moment: number, next: number]> {
  for (let moment = from; moment < limit; ) {
    const next = Math.min((Math.floor(moment / minute) + 1) * minute, limit)
    yield [moment, next]
    moment = next
  }
}

function firstMinute(suits: Open, from: number, limit: number): number | undefined {
  for (const [moment] of minutesFrom(from, limit)) if (suits(moment)) return moment
  return undefined
}

function passed(
  suits: Open,
  from: number,
  limit: number,
  within: number,
): Pick<Answered, 'until' | 'cutByHorizon'> {
  let left = within * minute
  let last = from
  for (const [moment, next] of minutesFrom(from, limit)) {
    if (!suits(moment)) continue
    if (left <= next - moment) return { until: moment + left, cutByHorizon: false }
    left -= next - moment
    last = next
  }
  return { until: last, cutByHorizon: true }
}

/** The midnight after the last of the working days. */
function horizonByMinute(
  open: Open,
  wall: Wall,
  now: number,
  workingDays: number,
  end: number,
): number | undefined {
  const today = wall.day(now)
  const days = new Set<number>()
  let lastDay: number | undefined
  for (const [moment] of minutesFrom(now, end)) {
    const day = wall.day(moment)
    if (lastDay !== undefined && day > lastDay) return moment
    if (day <= today || days.has(day) || !open(moment)) continue
    days.add(day)
    if (days.size === workingDays) lastDay = day
  }
  return undefined
}
