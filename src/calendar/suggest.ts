import { type Slot, slotsOf } from './slots.ts'
import type { Span, Timetable } from './span.ts'

/** How many promises whoever calls at `from` has booked already for the hour in which that is. */
type Booked = (slot: Pick<Slot, 'from' | 'hour'>) => number

/** What can be promised, and what was asked for. */
export interface Wish {
  readonly timetable: Timetable
  readonly timeZone: string
  /** From now to the horizon. */
  readonly within: Span
  /** The moments at which somebody else calls from then on. */
  readonly handovers: readonly number[]
  readonly booked: Booked
  readonly perHour: number
}

/** The slots in which another promise fits, in order. */
export function* freeSlots(
  { timetable, timeZone, within, handovers, booked, perHour }: Wish,
  length: number,
): Generator<Slot & { readonly free: number }> {
  for (const slot of slotsOf(timetable, within, timeZone, length, handovers)) {
    const free = perHour - booked(slot)
    if (free > 0) yield { ...slot, free }
  }
}

const most = 5

/** Up to five windows of about the length that was asked for, the nearest to it, in the order of time. */
export function suggest(wish: Wish, asked: Span): readonly Span[] {
  const distance = ({ from }: Span) => Math.abs(from - asked.from)
  return [...freeSlots(wish, asked.until - asked.from)]
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, most)
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, until }) => ({ from, until }))
}
