import { callerAt } from '../../calendar/callers.ts'
import { computeWindow } from '../../calendar/compute-window.ts'
import { hourOf, isOpenThroughout } from '../../calendar/slots.ts'
import type { Span } from '../../calendar/span.ts'
import { suggest } from '../../calendar/suggest.ts'
import { millisecondsOf } from '../../lib/duration.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable, ValidationFailed } from '../../lib/problems.ts'
import { BeyondCallbackHorizon, OutsideOpeningHours, SlotFull } from '../../rooms/callbacks/problems.ts'
import type { GivenWindow } from '../../rooms/callbacks/window-contract.ts'
import { choosePlace } from './choose-place.ts'
import type { PromiseFacts } from './promise-facts.ts'
import { type PromisingHours, promisingHours, wishOf } from './promising-hours.ts'

/** A window as it is stored, and the hour that it books; moments in wire form. */
export interface ChosenWindow {
  readonly windowFrom: string
  readonly windowUntil: string
  readonly computed: boolean
  readonly yielded: 'customer' | 'owner' | 'team' | null
  readonly cutByHorizon: boolean
  readonly remindAt: string
  readonly bookedHour: string | null
  /** The stand-in whose hour that is; null: the owner's. */
  readonly callerId: string | null
  readonly place: number | null
}

/**
 * The window of a promise: the one that is asked for, which books an hour of whoever will call then, or the one that the team's
 * agreement computes. `pointer` is where the window stands in the request. Throws `outside-opening-hours`,
 * `beyond-callback-horizon` and `slot-full`, each with windows that can be promised, and `validation-failed` and
 * `unprocessable` for what is no window of 15 minutes to 2 hours in the future.
 */
export function chooseWindow(
  facts: PromiseFacts,
  { from, until }: GivenWindow,
  now: Temporal.Instant,
  pointer: string,
): ChosenWindow {
  const hours = promisingHours(facts, now)
  if (from !== undefined || until !== undefined) {
    const window = readWindow(from, until, now, pointer)
    const { hour, callerId, place } = book(facts, hours, window, pointer)
    const stored = asStored(facts, window, now)
    const given = { computed: false, yielded: null, cutByHorizon: false }
    return { ...stored, ...given, bookedHour: wire(hour), callerId, place }
  }
  const within = millisecondsOf(facts.callbackWithin)
  const window = computeWindow(hours.calendars, now.epochMilliseconds, within, hours.within.until)
  const { yielded, cutByHorizon } = window
  const computed = { computed: true, yielded, cutByHorizon }
  return { ...asStored(facts, window, now), ...computed, bookedHour: null, callerId: null, place: null }
}

const shortest = 15 * 60_000
const longest = 2 * 3_600_000
/** By how much the clock of whoever asks may be behind ours. */
const skew = 5 * 60_000

function readWindow(
  from: string | undefined,
  until: string | undefined,
  now: Temporal.Instant,
  pointer: string,
): Span {
  if (from === undefined) throw ValidationFailed.at(`${pointer}/from`, 'must be given together with until')
  if (until === undefined) throw ValidationFailed.at(`${pointer}/until`, 'must be given together with from')
  const begin = Temporal.Instant.from(from).epochMilliseconds
  const end = Temporal.Instant.from(until).epochMilliseconds
  if (begin >= end) throw ValidationFailed.at(`${pointer}/until`, 'must be later than from')
  if (end <= now.epochMilliseconds) throw Unprocessable.at(`${pointer}/until`, 'must lie in the future')
  if (begin < now.epochMilliseconds - skew)
    throw Unprocessable.at(`${pointer}/from`, 'must lie in the future')
  if (end - begin < shortest || end - begin > longest)
    throw Unprocessable.at(`${pointer}/until`, 'must be 15 minutes to 2 hours after from')
  return { from: begin, until: end }
}

/** The hour that a given window books, whose it is, and the place in it. */
function book(facts: PromiseFacts, hours: PromisingHours, window: Span, pointer: string) {
  const wish = wishOf(facts, hours)
  const suggestions = () =>
    suggest(wish, window).map(({ from, until }) => ({ from: wire(from), until: wire(until) }))
  if (window.until > hours.within.until) {
    const horizon = wire(hours.within.until)
    throw BeyondCallbackHorizon.at(`${pointer}/until`, `must not be later than ${horizon}`, {
      horizon,
      suggestions: suggestions(),
    })
  }
  if (!isOpenThroughout(wish.timetable, window)) {
    const outside = outsideOf(hours, window)
    throw OutsideOpeningHours.at(`${pointer}/from`, reasons[outside], { outside, suggestions: suggestions() })
  }
  const hour = hourOf(wish.timeZone, window.from)
  const callerId = callerAt(facts.owner, window.from)
  const place = choosePlace(facts.booked, { callerId, hour }, wish.perHour)
  if (place !== undefined) return { hour, callerId, place }
  const caller = callerId === null ? 'owner' : 'stand-in'
  throw SlotFull.at(`${pointer}/from`, `begins in an hour for which the ${caller} has promised enough`, {
    suggestions: suggestions(),
  })
}

const reasons = {
  team: 'must lie within the opening hours of the team',
  owner: 'must lie within the hours in which the owner works, or the stand-in during an absence',
  customer: 'must lie within the hours in which the customer likes to be contacted',
} as const

/** Whose hours the window leaves. */
function outsideOf({ calendars: [, present, open] }: PromisingHours, window: Span) {
  if (!isOpenThroughout(open.timetable, window)) return 'team'
  return isOpenThroughout(present.timetable, window) ? 'customer' : 'owner'
}

function asStored({ remindBefore }: PromiseFacts, { from, until }: Span, now: Temporal.Instant) {
  // Not before the promise itself.
  const remindAt = Math.max(until - millisecondsOf(remindBefore), now.epochMilliseconds)
  return { windowFrom: wire(from), windowUntil: wire(until), remindAt: wire(remindAt) }
}

const wire = (moment: number): string => toWire(Temporal.Instant.fromEpochMilliseconds(moment))
