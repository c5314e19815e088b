import type { Closure, Opening, WeeklyHours } from '../lib/hours.ts'
import { remembering } from '../lib/remembering.ts'
import { holidaysOf } from './holidays.ts'
import { both, during, either, except, type Span, type Timetable } from './span.ts'
import { weeklyTimetable } from './weekly-timetable.ts'

/** When a team is open, and what it has agreed on promises. */
export interface TeamHours {
  readonly openingHours: WeeklyHours
  readonly timeZone: string
  readonly closures: readonly Closure[]
  /** Open on these days besides, also where it is closed on them otherwise. */
  readonly openings: readonly Opening[]
  /** It is closed on public holidays. */
  readonly keepsHolidays: boolean
  /** Whose holidays they are. */
  readonly country: string
  readonly holidayRegion: string | null
}

/** When somebody works. */
export interface OwnHours {
  /** Null: whenever the team is open. */
  readonly workingHours: WeeklyHours | null
  /** Null: that of the team. */
  readonly timeZone: string | null
}

/** When somebody stands in for an absent owner, and works by hours of their own. */
export interface StandInHours extends OwnHours, Span {
  readonly id: string
}

/** When an owner works, and who calls in their place within an absence (law 11). */
export interface OwnerHours extends OwnHours {
  readonly absences: readonly Span[]
  /** Within the absences, one at a time. */
  readonly standIns: readonly StandInHours[]
}

/** When a customer wants to be called. */
export interface CustomerHours {
  /** Null: whenever. */
  readonly preferredWindows: WeeklyHours | null
  /** Null: that of the team. */
  readonly timeZone: string | null
}

/** Whose wish had to give way, because no moment within the horizon suits everybody. */
export type Yielded = 'customer' | 'owner' | 'team' | null

/** The moments that suit, and whose wish they leave aside. */
export interface Calendar {
  readonly timetable: Timetable
  readonly yielded: Yielded
}

/**
 * The calendars to promise by, the best first: the team, whoever will call and the customer; then without the customer's
 * preference; then without the hours of whoever will call. That is the owner, and within an absence the stand-in.
 */
export function calendarsOf(
  team: TeamHours,
  owner: OwnerHours,
  customer: CustomerHours,
): readonly [asked: Calendar, present: Calendar, open: Calendar] {
  const open = teamTimetable(team)
  const workingOf = ({ workingHours, timeZone }: OwnHours) =>
    workingHours === null ? open : both(open, weeklyTimetable(workingHours, timeZone ?? team.timeZone))
  const present = either([
    except(workingOf(owner), owner.absences),
    ...owner.standIns.map((standIn) => during(workingOf(standIn), standIn)),
  ])
  const asked =
    customer.preferredWindows === null
      ? present
      : both(present, weeklyTimetable(customer.preferredWindows, customer.timeZone ?? team.timeZone))
  return [
    { timetable: asked, yielded: null },
    { timetable: present, yielded: 'customer' },
    { timetable: open, yielded: 'owner' },
  ]
}

/** When the team is open: one timetable for all promises by the same hours, so that each day is read once. */
const teamTimetable = remembering(opening, (team) => JSON.stringify(team), 200)

/** Its hours in its own time zone, without holidays and closures, and its openings besides. */
function opening(team: TeamHours): Timetable {
  const { openingHours, timeZone, closures, openings, keepsHolidays, country, holidayRegion } = team
  const closed = new Set(closures.map(({ date }) => date))
  const isHoliday = (date: string) =>
    keepsHolidays && holidaysOf(country, holidayRegion, Number(date.slice(0, 4))).has(date)
  const besides = new Map(openings.map(({ date, intervals }) => [date, intervals]))
  return weeklyTimetable(openingHours, timeZone, (date) => closed.has(date) || isHoliday(date), besides)
}
