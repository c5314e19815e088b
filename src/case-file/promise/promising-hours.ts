import { type Calendar, calendarsOf } from '../../calendar/calendars.ts'
import { callerAt, handoversOf } from '../../calendar/callers.ts'
import { horizonOf } from '../../calendar/horizon.ts'
import type { Span } from '../../calendar/span.ts'
import type { Wish } from '../../calendar/suggest.ts'
import { firstOpenMoment } from '../../calendar/working-time.ts'
import { daysOf } from '../../lib/duration.ts'
import type { PromiseFacts } from './promise-facts.ts'

/** The hours that promises are made for, from now to the horizon. */
export interface PromisingHours {
  readonly calendars: readonly [asked: Calendar, present: Calendar, open: Calendar]
  /** From now to the horizon, in milliseconds since 1970. */
  readonly within: Span
}

export function promisingHours(facts: PromiseFacts, now: Temporal.Instant): PromisingHours {
  const calendars = calendarsOf(facts.team, facts.owner, facts.customer)
  const from = now.epochMilliseconds
  const [, , { timetable }] = calendars
  const until = horizonOf(timetable, facts.team.timeZone, from, daysOf(facts.callbackHorizon))
  return { calendars, within: { from, until } }
}

const quarter = 15 * 60_000

/**
 * What a given window can be: in the first calendar that has an open moment before the horizon, so that requestedChanges give way
 * just as they do for a computed one, and from the next quarter of an hour on.
 */
export function wishOf(facts: PromiseFacts, { calendars, within }: PromisingHours): Wish {
  const { timetable } =
    calendars.find((calendar) => firstOpenMoment(calendar.timetable, within) !== undefined) ?? calendars[2]
  const counts = new Map<string, number>()
  const nameOf = (callerId: string | null, hour: number) => `${callerId} ${hour}`
  for (const { callerId, hour } of facts.booked) {
    const name = nameOf(callerId, hour)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return {
    timetable,
    timeZone: facts.team.timeZone,
    within: { from: Math.ceil(within.from / quarter) * quarter, until: within.until },
    handovers: handoversOf(facts.owner),
    booked: ({ from, hour }) => counts.get(nameOf(callerAt(facts.owner, from), hour)) ?? 0,
    perHour: facts.callbacksPerHour,
  }
}
