import { slotsOf } from '../../calendar/slots.ts'
import type { Span } from '../../calendar/span.ts'
import { both } from '../../calendar/span.ts'
import { freeSlots, type Wish } from '../../calendar/suggest.ts'
import { weeklyTimetable } from '../../calendar/weekly-timetable.ts'
import { weekdays } from '../../lib/hours.ts'
import { toWire } from '../../lib/instant.ts'
import type { PromiseFacts } from './promise-facts.ts'
import { promisingHours, wishOf } from './promising-hours.ts'

/** When a customer whom we contact first may be called. */
export interface Occasion extends Span {
  /** `HH:MM`: nobody is called between the first and, on the next day, the second, by the customer's clock. */
  readonly quietFrom: string
  readonly quietUntil: string
}

const quarter = 15 * 60_000
const hourLong = 3_600_000

/**
 * A window, in wire form, for a call that we make of ourselves: on the first day of which less than half is promised, in the hour
 * of whoever will call that has most room. Half of each day and a place of each hour stay with those who ask us. Undefined
 * where there is none before the horizon.
 */
export function findFreePlace(
  facts: PromiseFacts,
  { from, until, quietFrom, quietUntil }: Occasion,
  now: Temporal.Instant,
): { readonly from: string; readonly until: string } | undefined {
  const wish = wishOf(facts, promisingHours(facts, now))
  const zone = facts.customer.timeZone ?? facts.team.timeZone
  const day = [{ from: quietUntil, until: quietFrom }]
  const awake = weeklyTimetable(Object.fromEntries(weekdays.map((name) => [name, day])), zone)
  const within = {
    from: Math.max(wish.within.from, Math.ceil(from / quarter) * quarter),
    until: Math.min(wish.within.until, until),
  }
  if (within.from >= within.until) return undefined
  const slots = freeSlots({ ...wish, timetable: both(wish.timetable, awake), within }, hourLong)
  for (const [date, onDay] of Map.groupBy(slots, (slot) => dayOf(wish, slot.from))) {
    const open = onDay.filter(({ free }) => free > 1 || wish.perHour === 1)
    if (open.length === 0 || isHalfFull(wish, date)) continue
    const best = open.reduce((one, other) => (other.free > one.free ? other : one))
    return { from: wire(best.from), until: wire(best.until) }
  }
  return undefined
}

const dayOf = ({ timeZone }: Wish, moment: number): string =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** Whether half of what is left of a day is promised to somebody. */
function isHalfFull(wish: Wish, date: string): boolean {
  const { timetable, timeZone, within, handovers, booked, perHour } = wish
  const day = Temporal.PlainDate.from(date)
  const begin = (of: Temporal.PlainDate) => of.toZonedDateTime(timeZone).epochMilliseconds
  const span = { from: Math.max(begin(day), within.from), until: begin(day.add({ days: 1 })) }
  const slots = [...slotsOf(timetable, span, timeZone, hourLong, handovers)]
  const taken = slots.reduce((sum, slot) => sum + booked(slot), 0)
  return taken >= Math.ceil((slots.length * perHour) / 2)
}

const wire = (moment: number): string => toWire(Temporal.Instant.fromEpochMilliseconds(moment))
